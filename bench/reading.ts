import { readDraft } from "../src/text/index.ts";
import { inventedText } from "./generate.ts";
import { rowOf, samplesOf } from "./measure.ts";
import type { Row } from "./measure.ts";

/** Megabytes (of UTF-8) read a second: for each format from 5 MB of bracket-rich text, and from 1 MB of the smallest provisions. */
export function readingRows(): Row[] {
  const formats = (["markdown", "plain", "html"] as const).map((format) => {
    const source = inventedText(5_000_000, format);
    const speeds = speedsOf(source, () => readDraft(source, { name: "invented", format }));
    return rowOf(`read 5 MB of ${format}`, "MB/s", speeds, { bound: "at-least", value: 5 });
  });
  const tiny = "1. a\n\n2. b\n\n".repeat(1_000_000 / 12);
  const speeds = speedsOf(tiny, () => readDraft(tiny, { name: "tiny", format: "markdown" }));

  return [
    ...formats,
    rowOf("read 1 MB of provisions of one letter", "MB/s", speeds, { bound: "at-least", value: 0.5 }),
  ];
}

function speedsOf(source: string, read: () => unknown): number[] {
  const megabytes = new TextEncoder().encode(source).length / 1e6;

  return samplesOf(read, 5).map((ms) => megabytes / (ms / 1000));
}
