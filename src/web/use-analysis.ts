import { useEffect, useRef, useState } from "react";
import type { Choices, Draft, Format } from "../text/index.ts";
import type { Answer, Checked, DraftCount, Question, ReadingSource, Source } from "./analysis.ts";

export type Analysis = {
  /** `null` until the text was read for the first time. */
  readonly draft: Draft | null;
  /** The text as opened, to tell what was revised. */
  readonly original: Draft | null;
  /** The newest result; it may belong to the words before the last edit, then `busy` says so. */
  readonly checked: Checked | null;
  readonly busy: string | null;
  readonly failed: string | null;
};

const nothing: Analysis = { draft: null, original: null, checked: null, busy: "Reading the text", failed: null };

export type Wanted = {
  readonly opened: Source;
  readonly source: string;
  readonly parties: readonly string[];
  readonly readings: readonly ReadingSource[];
  readonly reading: string;
  readonly choices: Choices;
};

/** Asks the worker anew whenever text, reading or choices change; answers to older questions are dropped. */
export function useAnalysis(wanted: Wanted | null): Analysis {
  const [analysis, setAnalysis] = useState(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const text = useRef<Source | null>(null);

  useEffect(() => {
    const started = startWorker();
    worker.current = started;
    started.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (data.id !== asked.current && data.kind !== "read") return;
      setAnalysis((before) => told(before, data));
    });
    started.addEventListener("error", () => {
      setAnalysis((before) => ({ ...before, busy: null, failed: "The checks could not be started in this browser." }));
    });

    return () => started.terminate();
  }, []);

  useEffect(() => {
    if (wanted === null) return;
    asked.current += 1;
    const isOther = text.current !== wanted.opened;
    text.current = wanted.opened;
    setAnalysis((before) => (isOther ? nothing : { ...before, busy: "Checking", failed: null }));
    worker.current?.postMessage({ kind: "read", id: asked.current, fresh: isOther, ...wanted } satisfies Question);
  }, [wanted]);

  return analysis;
}

function told(before: Analysis, answer: Answer): Analysis {
  switch (answer.kind) {
    case "progress":
      return { ...before, busy: answer.says };
    case "read":
      return answer.read === null
        ? before
        : { ...before, ...answer.read, busy: before.busy === null ? null : "Checking" };
    case "checked":
      return { ...before, checked: answer.checked, busy: null };
    case "refused":
      return { ...before, busy: null, failed: answer.reason };
    case "decoded":
    case "counted":
      return before;
  }
}

export type DecodedFile = {
  readonly kind: "ok";
  readonly name: string;
  readonly source: string;
  readonly format: Format;
};

/** Bytes of a dropped file to words, away from the page. Refused in words with the place. */
export async function decodeFile(
  file: File,
): Promise<DecodedFile | { readonly kind: "refused"; readonly reason: string }> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await once({ kind: "decode", id: 1, name: file.name, bytes });
  if (answer.kind === "decoded") return { kind: "ok", name: answer.name, source: answer.source, format: answer.format };

  return { kind: "refused", reason: answer.kind === "refused" ? answer.reason : "The file could not be read." };
}

/** Brackets of each draft of the folder, so that a number can stand beside the one before. */
export async function countDrafts(
  drafts: readonly Source[],
  parties: readonly string[],
): Promise<readonly DraftCount[]> {
  const answer = await once({ kind: "count", id: 1, drafts, parties });

  return answer.kind === "counted" ? answer.counts : [];
}

/** One question to a worker of its own. */
function once(question: Question): Promise<Answer> {
  const worker = startWorker();

  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => resolve(data), { once: true });
    worker.addEventListener("error", () => reject(new Error("the worker did not start")), { once: true });
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}

function startWorker(): Worker {
  return new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
}
