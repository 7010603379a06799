import { useEffect } from "react";
import type { Screen } from "./address.ts";

type Acts = {
  readonly onKeys: () => void;
  readonly onScreen: (screen: Screen) => void;
  readonly onUndo: () => void;
  readonly onMove: (step: 1 | -1) => void;
};

/** Single-letter keys outside fields and dialogs; `g t` and `g v` go to a screen. */
export function useKeys(acts: Acts): void {
  useEffect(() => {
    let afterG = false;
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event;
      const inField = target instanceof HTMLElement && target.closest("input, textarea, select, dialog") !== null;
      if (inField || event.altKey || event.metaKey || event.ctrlKey) return;
      const went = afterG;
      afterG = event.key === "g";
      if (went && event.key === "t") acts.onScreen("text");
      else if (went && event.key === "v") acts.onScreen("verification");
      else if (event.key === "?") acts.onKeys();
      else if (event.key === "j") acts.onMove(1);
      else if (event.key === "k") acts.onMove(-1);
      else if (event.key === "u") acts.onUndo();
      else if (event.key === "/") {
        event.preventDefault();
        document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}
