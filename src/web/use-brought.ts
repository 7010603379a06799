import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";

/**
 * What is dropped on the window or pasted outside a field: a file is opened, words are shown before they are read.
 * While something that can be read is over the window, the page says so.
 */
export function useBrought(onFile: (file: File) => void, onWords: (words: string) => void): void {
  const latest = useLatest({ onFile, onWords });
  useEffect(() => {
    const take = (brought: DataTransfer | null): boolean => {
      const [file] = brought?.files ?? [];
      const words = brought?.getData("text/plain") ?? "";
      if (file !== undefined) latest().onFile(file);
      else if (words.trim() !== "") latest().onWords(words);
      else return false;
      return true;
    };
    const over = (event: DragEvent): void => {
      const types = event.dataTransfer?.types ?? [];
      if (isInField(event.target) || !(types.includes("Files") || types.includes("text/plain"))) return;
      event.preventDefault();
      document.body.classList.add("dropping");
    };
    const gone = (event: DragEvent): void => {
      if (event.relatedTarget === null) document.body.classList.remove("dropping");
    };
    const dropped = (event: DragEvent): void => {
      document.body.classList.remove("dropping");
      if (!isInField(event.target) || event.dataTransfer?.types.includes("Files") === true)
        if (take(event.dataTransfer)) event.preventDefault();
    };
    const pasted = (event: ClipboardEvent): void => {
      if (isInField(event.target) && event.clipboardData?.types.includes("Files") !== true) return;
      if (take(event.clipboardData)) event.preventDefault();
    };
    addEventListener("dragover", over);
    addEventListener("dragleave", gone);
    addEventListener("drop", dropped);
    addEventListener("paste", pasted);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("dragleave", gone);
      removeEventListener("drop", dropped);
      removeEventListener("paste", pasted);
    };
  }, [latest]);
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
