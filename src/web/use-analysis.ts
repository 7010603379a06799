import { useCallback, useEffect, useRef, useState } from "react";
import type { Choices, Draft } from "../text/index.ts";
import { tooLargeInBytes, refuseSize } from "../wire/index.ts";
import type { Answer, Checked, DraftCount, Question, ReadingSource, Source } from "./analysis.ts";

export type Analysis = {
  /** `null` until the text was read for the first time. */
  readonly draft: Draft | null;
  /** The text as opened, to tell what was revised. */
  readonly original: Draft | null;
  /** SHA-256 of the draft's bytes in hex, `null` where it is not known. */
  readonly sha256: string | null;
  /** The newest result; it may belong to the words before the last edit, then `busy` says so. */
  readonly checked: Checked | null;
  /** What is being done, in words with numbers; `null` where all is answered. */
  readonly busy: string | null;
  /** `checked` belongs to the words as they are, and the options of open brackets are still being tried. */
  readonly isPartial: boolean;
  /** Somebody stopped the work on this text. */
  readonly isStopped: boolean;
  readonly failed: string | null;
};

const nothing: Analysis = {
  draft: null,
  original: null,
  sha256: null,
  checked: null,
  busy: "Reading the text",
  isPartial: false,
  isStopped: false,
  failed: null,
};

export type Wanted = {
  readonly opened: Source;
  readonly source: string;
  readonly parties: readonly string[];
  readonly readings: readonly ReadingSource[];
  readonly reading: string;
  readonly choices: Choices;
};

export type Analysing = Analysis & {
  /** Ends the work at hand; what was read before stays. */
  readonly stop: () => void;
  readonly resume: () => void;
};

/**
 * Asks the worker anew whenever text, reading or choices change; answers to older questions are dropped, and those not
 * begun are never worked on. A worker busy with another text, or stopped by hand, is ended and a new one started.
 */
export function useAnalysis(wanted: Wanted | null): Analysing {
  const [analysis, setAnalysis] = useState(nothing);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const answered = useRef(0);
  const text = useRef<Source | null>(null);

  const end = useCallback((): void => {
    worker.current?.terminate();
    worker.current = null;
  }, []);
  const started = useCallback((): Worker => {
    if (worker.current !== null) return worker.current;
    const next = startWorker();
    worker.current = next;
    next.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      if (worker.current !== next) return;
      if ((data.kind === "checked" && data.checked.isWhole) || data.kind === "refused") answered.current = data.id;
      if (data.id !== asked.current && data.kind !== "read") return;
      setAnalysis((before) => told(before, data));
    });
    next.addEventListener("error", () => {
      setAnalysis((before) => ({ ...before, busy: null, failed: "The checks could not be started in this browser." }));
    });
    return next;
  }, []);
  const ask = useCallback(
    (wanted: Wanted, isFresh: boolean): void => {
      asked.current += 1;
      started().postMessage({ kind: "read", id: asked.current, fresh: isFresh, ...wanted } satisfies Question);
    },
    [started],
  );

  useEffect(() => end, [end]);
  useEffect(() => {
    if (wanted === null) return;
    const isOther = text.current !== wanted.opened;
    if (isOther && answered.current !== asked.current) end();
    text.current = wanted.opened;
    setAnalysis((before) =>
      isOther ? nothing : { ...before, busy: "Checking", isPartial: false, isStopped: false, failed: null },
    );
    ask(wanted, isOther);
  }, [ask, end, wanted]);

  const stop = useCallback((): void => {
    end();
    answered.current = asked.current;
    setAnalysis((before) => ({ ...before, busy: null, isStopped: true }));
  }, [end]);
  const resume = useCallback((): void => {
    if (wanted === null) return;
    setAnalysis((before) => ({ ...before, busy: "Checking", isStopped: false }));
    ask(wanted, true);
  }, [ask, wanted]);

  return { ...analysis, stop, resume };
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
      return answer.checked.isWhole
        ? { ...before, checked: answer.checked, busy: null, isPartial: false }
        : { ...before, checked: answer.checked, isPartial: true };
    case "refused":
      return { ...before, busy: null, failed: answer.reason };
    case "decoded":
    case "counted":
      return before;
  }
}

export type ReadFile =
  | { readonly kind: "ok"; readonly value: Source }
  | { readonly kind: "refused"; readonly reason: string };

/** A dropped or chosen file to words, away from the page. Refused in words: with its size, or with the place to look at. */
export async function readFile(file: File): Promise<ReadFile> {
  const refused = (reason: string): ReadFile => ({ kind: "refused", reason });
  if (file.size >= tooLargeInBytes) return refused(`${file.name}: ${refuseSize(file.size).reason}.`);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return refused(`${file.name} could not be read. Is it a folder, or was it moved?`);
  const answer = await once({ kind: "decode", id: 1, name: file.name, bytes: new Uint8Array(bytes) });
  if (answer.kind === "refused") return refused(answer.reason);
  if (answer.kind !== "decoded") return refused(`${file.name} could not be read.`);
  if (answer.text.source.trim() === "") return refused(`${file.name} holds no words.`);

  return { kind: "ok", value: answer.text };
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
