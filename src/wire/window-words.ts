import { printWindow, type Window } from "../commitments/index.ts";

/** When, as the text writes it; Treaty English in small letters: `WITHIN 5 DAYS AFTER [4.1]` is "within 5 days after 4.1". */
export function windowWords(window: Window): string {
  const words = window.words || printWindow(window);
  const outside = words.replaceAll(/\[[^\]]*\]/g, "");
  if (outside !== outside.toUpperCase()) return words;

  return words.replaceAll(/\[([^\]]*)\]|[^[\]]+/g, (all, inside: string | undefined) => {
    if (inside === undefined) return all.toLowerCase();
    return /^[A-Z][A-Z ]+$/.test(inside) ? inside.toLowerCase() : inside;
  });
}
