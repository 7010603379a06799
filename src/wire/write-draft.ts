import { printDraft } from "../text/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import { escapeHtml, languageAttribute } from "./mark-up.ts";

/** What a conversion did not carry over, counted; `excerpt` is the first of them. */
export type Loss = {
  readonly part: string;
  readonly path: string;
  readonly what: string;
  readonly count: number;
  readonly kept: "as-text" | "dropped";
  readonly excerpt: string;
};

export type WrittenForm = "md" | "txt" | "html";

/**
 * A draft as Markdown, plain text or HTML, with what was lost on the way. Into its own format it is the source, byte
 * for byte. Otherwise labels and brackets are written out, one paragraph a provision, one line a paragraph.
 */
export function writeDraft(draft: Draft, form: WrittenForm): { readonly text: string; readonly loss: readonly Loss[] } {
  if (formats[form] === draft.format) return { text: printDraft(draft), loss: [] };
  const write = { md: toMarkdown, txt: toPlain, html: toHtml }[form];

  return { text: write(draft), loss: lossOf(draft) };
}

const formats = { md: "markdown", txt: "plain", html: "html" } as const;

function toPlain(draft: Draft): string {
  const blocks = draft.provisions.flatMap((provision) => [headingOf(provision), paragraphOf(provision)]);

  return `${[...titleOf(draft), ...blocks].filter((block) => block !== "").join("\n\n")}\n`;
}

function toMarkdown(draft: Draft): string {
  const blocks = draft.provisions.flatMap((provision) => {
    const heading = headingOf(provision);
    const marks = "#".repeat(Math.min(6, provision.depth + 2));
    const written = heading === "" ? "" : `${marks} ${escapeMarkdown(heading)}`;
    return [written, escapeMarkdown(paragraphOf(provision))];
  });
  const title = titleOf(draft).map((words) => `# ${escapeMarkdown(words)}`);

  return `${[...title, ...blocks].filter((block) => block !== "").join("\n\n")}\n`;
}

function toHtml(draft: Draft): string {
  const blocks = draft.provisions.flatMap((provision) => {
    const id = ` id="${escapeHtml(provision.id)}" dir="auto"${languageAttribute(provision.language)}`;
    const level = Math.min(6, provision.depth + 2);
    const heading = headingOf(provision);
    const paragraph = paragraphOf(provision);
    return [
      ...(heading === "" ? [] : [`<h${level}${id}>${escapeHtml(heading)}</h${level}>`]),
      ...(paragraph === "" ? [] : [`<p${heading === "" ? id : ' dir="auto"'}>${escapeHtml(paragraph)}</p>`]),
    ];
  });

  return `<!doctype html>
<html${languageAttribute(draft.languages[0])}>
<head><meta charset="utf-8"><title>${escapeHtml(draft.title)}</title></head>
<body>
${[...titleOf(draft).map((words) => `<h1 dir="auto">${escapeHtml(words)}</h1>`), ...blocks].join("\n")}
</body>
</html>
`;
}

/** The title, where no provision already shows it as its heading. */
function titleOf(draft: Draft): string[] {
  const shown = draft.title === draft.name || draft.provisions.some((provision) => provision.heading === draft.title);

  return shown ? [] : [draft.title];
}

/** Number and heading on one line; empty without a heading. */
function headingOf({ heading, literal }: Provision): string {
  return heading === null ? "" : oneLine(`${literal} ${heading}`);
}

/** The words on one line, after the number where no heading carries it. */
function paragraphOf({ heading, literal, words }: Provision): string {
  return oneLine(heading === null ? `${literal} ${words}` : words);
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}

function escapeMarkdown(words: string): string {
  return words.replace(/[\\`*_<]/g, "\\$&").replace(/^([#>+=~-])/, "\\$1");
}

function lossOf(draft: Draft): Loss[] {
  const marks = draft.pieces.filter((piece) => piece.kind === "markup" && piece.source.trim() !== "");
  const [first] = marks;
  if (first === undefined) return [];
  const excerpt = first.source.trim().slice(0, 60);

  return [{ part: draft.name, path: "", what: "marks of layout", count: marks.length, kept: "dropped", excerpt }];
}
