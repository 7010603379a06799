import type { Definitions } from "./inline.ts";
import { eachLine } from "./lines.ts";

const linkDefinition = /^[ ]{0,3}\[([^\]^[]{1,200})\]:[ \t]+(\S{1,2000})/;
const noteDefinition = /^[ ]{0,3}\[\^([^\][\s]{1,60})\]:[ \t]*/;

/** The links and notes that a Markdown text defines, by name in lower case. O(length). */
export function definitionsOf(source: string, from: number): Definitions {
  const links = new Set<string>();
  const notes = new Set<string>();
  if (source.includes("]:"))
    eachLine(source, from, (start, end) => {
      const text = source.slice(start, Math.min(end, start + 2300));
      if (!/^[ ]{0,3}\[/.test(text)) return;
      const note = noteDefinition.exec(text);
      if (note !== null) notes.add(note[1]!.toLowerCase());
      const link = linkDefinition.exec(text);
      if (link !== null && isAddress(link[2]!)) links.add(link[1]!.trim().toLowerCase());
    });

  return { links, notes };
}

/** Whether a line only defines a link. */
export function definesLink(text: string): boolean {
  const link = linkDefinition.exec(text);

  return link !== null && isAddress(link[2]!);
}

/** The mark of the note that a line begins, and its length; `null` for another line. */
export function noteBegun(text: string): { readonly name: string; readonly length: number } | null {
  const note = noteDefinition.exec(text);

  return note === null ? null : { name: note[1]!.toLowerCase(), length: note[0].length };
}

function isAddress(target: string): boolean {
  return /^<|[/#]|^\w+:|\.\w{2,}$/.test(target);
}
