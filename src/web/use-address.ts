import { useCallback, useEffect, useRef, useState } from "react";
import { parseAddress, printAddress, type Address } from "./address.ts";

/** The address bar as a value. Links make an entry in the browser's history; changes of the view replace the present one. */
export function useAddress(): readonly [Address, (change: Partial<Address>) => void] {
  const [address, setAddress] = useState(() => parseAddress(location.hash));
  const latest = useRef(address);
  useEffect(() => {
    const heard = (): void => {
      latest.current = parseAddress(location.hash);
      setAddress(latest.current);
    };
    addEventListener("hashchange", heard);
    return () => removeEventListener("hashchange", heard);
  }, []);
  const change = useCallback((change: Partial<Address>): void => {
    latest.current = { ...latest.current, ...change };
    setAddress(latest.current);
    history.replaceState(null, "", printAddress(latest.current));
  }, []);

  return [address, change];
}
