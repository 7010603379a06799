import { parseProcessFile } from "../wire/index.ts";
import type { ReadingSource, Source } from "./analysis.ts";

export type Party = { readonly id: string; readonly name: string };

/** What lies on the table: a process folder of the server, a text of the reader's own, or nothing yet. */
export type Opened = {
  readonly kind: "process" | "own" | "empty";
  readonly title: string;
  /** In the order of the process file; the order decides colour and line. */
  readonly parties: readonly Party[];
  readonly drafts: readonly Source[];
  /** Name of the draft that stands for the whole. */
  readonly current: string;
  readonly readings: readonly ReadingSource[];
  /** What the process file says about itself ("Illustrative. …"); `null` where it says nothing. */
  readonly note: string | null;
};

export const empty: Opened = {
  kind: "empty",
  title: "No text yet",
  parties: [],
  drafts: [],
  current: "",
  readings: [],
  note: null,
};

/** A text that was pasted, dropped or written here; it stays in this tab. */
export function ownText(text: Source): Opened {
  return { ...empty, kind: "own", title: text.name, drafts: [text], current: text.name };
}

/** The draft an address names: by its name, or by six and more digits of its hash. */
export function draftNamed(opened: Opened, wanted: string | null): Source | null {
  if (wanted === null) return null;
  const byHash = /^[0-9a-f]{6,64}$/.test(wanted)
    ? opened.drafts.find(({ sha256 }) => sha256?.startsWith(wanted))
    : null;

  return opened.drafts.find(({ name }) => name === wanted) ?? byHash ?? null;
}

type Sent = {
  readonly process: string | null;
  readonly drafts: readonly (ReadingSource & { readonly sha256?: unknown })[];
  readonly current: string;
  readonly readings: readonly ReadingSource[];
  readonly folder: string | null;
};

export type Loaded =
  | { readonly kind: "ok"; readonly value: Opened }
  | { readonly kind: "none" }
  | { readonly kind: "refused"; readonly reason: string };

/** Asks the server what folder it serves. `none` where it serves none. */
export async function loadProcess(): Promise<Loaded> {
  try {
    const response = await fetch("./v1/process");
    if (response.status === 404) return { kind: "none" };
    const body: unknown = await response.json();
    if (!response.ok) return { kind: "refused", reason: problemIn(body) };
    if (!isSent(body)) return { kind: "refused", reason: "The server sent something this page does not know." };

    return { kind: "ok", value: openedFrom(body) };
  } catch {
    return { kind: "refused", reason: "The server on this machine does not answer. Is it still running?" };
  }
}

function openedFrom(sent: Sent): Opened {
  const parsed = sent.process === null ? null : parseProcessFile(sent.process, "process.yaml");
  const file = parsed?.kind === "ok" ? parsed.value : null;

  return {
    kind: "process",
    title: file?.title ?? sent.folder ?? "Process",
    parties: file === null ? [] : [...file.parties, ...file.guarantors].map(({ id, name }) => ({ id, name })),
    drafts: sent.drafts.map(({ name, source, sha256 }) => ({
      name,
      source,
      format: null,
      sha256: typeof sha256 === "string" ? sha256 : null,
    })),
    current: sent.current,
    readings: sent.readings,
    note: file?.note ?? null,
  };
}

function problemIn(body: unknown): string {
  if (typeof body !== "object" || body === null) return "The process folder could not be read.";
  const { detail, title } = body as { readonly detail?: unknown; readonly title?: unknown };

  return typeof detail === "string"
    ? detail
    : typeof title === "string"
      ? title
      : "The process folder could not be read.";
}

function isSent(body: unknown): body is Sent {
  if (typeof body !== "object" || body === null) return false;
  const { process, drafts, current, readings } = body as { readonly [key in keyof Sent]?: unknown };

  return (
    (process === null || typeof process === "string") &&
    isFiles(drafts) &&
    typeof current === "string" &&
    isFiles(readings)
  );
}

function isFiles(files: unknown): files is readonly ReadingSource[] {
  return (
    Array.isArray(files) &&
    files.every(
      (file: unknown) =>
        typeof file === "object" &&
        file !== null &&
        "name" in file &&
        "source" in file &&
        typeof file.name === "string" &&
        typeof file.source === "string",
    )
  );
}
