import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";

export type Acts = {
  /** By the character of a key, or two in a row with a space between: `"g t"`. */
  readonly single: Readonly<Record<string, () => void>>;
  /** With Ctrl or Cmd, or with Alt: `"mod k"`, `"alt 1"`. These act in fields too, but for `"mod z"`. */
  readonly chords: Readonly<Record<string, () => void>>;
  /** Whether single keys act at all. */
  readonly on: boolean;
};

/** Keys of the screen. Single ones act only outside fields and dialogs; other alphabets are met by the key's place. */
export function useKeys(acts: Acts): void {
  const latest = useLatest(acts);

  useEffect(() => {
    let first = "";
    const pressed = (event: KeyboardEvent): void => {
      const { single, chords, on } = latest();
      const { target } = event;
      const element = target instanceof Element ? target : null;
      const isInField = element?.closest("textarea, select, dialog, input:not([type=radio], [type=checkbox])") != null;
      const chord = event.ctrlKey || event.metaKey ? "mod " : event.altKey ? "alt " : "";
      if (chord !== "") {
        const name = names(event).find((key) => chords[chord + key] !== undefined);
        if (name === undefined || (isInField && name === "z")) return;
        event.preventDefault();
        chords[chord + name]?.();
        return;
      }
      if (isInField || !on || document.querySelector("dialog[open]") !== null) return;
      const before = first;
      first = "";
      for (const key of names(event)) {
        const act = single[before === "" ? key : `${before} ${key}`] ?? (before === "" ? undefined : single[key]);
        if (act === undefined && key !== "g") continue;
        event.preventDefault();
        if (act === undefined) first = key;
        else act();
        return;
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [latest]);
}

/** The character typed, and for alphabets other than Latin the letter that stands on that key elsewhere. */
function names({ key, code }: KeyboardEvent): readonly string[] {
  const place = /^(?:Key([A-Z])|Digit(\d))$/.exec(code);
  const name = (place?.[1] ?? place?.[2] ?? "").toLowerCase();
  if (key === "Escape") return ["escape"];
  if (key.length !== 1) return [];

  return key.charCodeAt(0) < 128 || name === "" ? [key.toLowerCase()] : [name];
}
