import { useCallback, useEffect, useRef, useState } from "react";
import { parseAddress, printAddress, type Address } from "./address.ts";

/** Changes the address. `isStep` makes an entry in the browser's history also where the place within the text changes. */
export type ChangeAddress = (change: Partial<Address>, isStep?: boolean) => void;

/**
 * The address bar as a value. Links, another screen and another draft make an entry in the browser's history; what is
 * only another look at the same replaces the present one, so that back leads to where one was.
 */
export function useAddress(): readonly [Address, ChangeAddress] {
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
  const change = useCallback((change: Partial<Address>, isStep = false): void => {
    const before = latest.current;
    const next = { ...before, ...change };
    latest.current = next;
    setAddress(next);
    if (isStep || next.screen !== before.screen || next.draft !== before.draft)
      history.pushState(null, "", printAddress(next));
    else history.replaceState(null, "", printAddress(next));
  }, []);

  return [address, change];
}
