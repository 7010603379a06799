import { useCallback, useEffect, useRef, useState } from "react";
import { parseAddress, printAddress, type Address } from "./address.ts";
import { useLatest } from "./use-latest.ts";

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

/** Calls with a file that is dropped anywhere on the window, and says so while it is over it. */
export function useDrop(onFile: (file: File) => void): void {
  const latest = useLatest(onFile);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    };
    const gone = (event: DragEvent): void => {
      if (event.relatedTarget === null) document.body.classList.remove("dropping");
    };
    const dropped = (event: DragEvent): void => {
      document.body.classList.remove("dropping");
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      latest()(file);
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", gone);
    addEventListener("drop", dropped);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", gone);
      removeEventListener("drop", dropped);
    };
  }, [latest]);
}
