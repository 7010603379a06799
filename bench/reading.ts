import { readDraft } from "../src/text/index.ts";
import { inventedText } from "./generate.ts";
import { rowOf, samplesOf } from "./measure.ts";
import type { Row } from "./measure.ts";

/** Megabytes (of UTF-8) read a second, for each format, from 5 MB of bracket-rich text. */
export function readingRows(): Row[] {
  return (["markdown", "plain", "html"] as const).map((format) => {
    const source = inventedText(5_000_000, format);
    const megabytes = new TextEncoder().encode(source).length / 1e6;
    const speeds = samplesOf(() => readDraft(source, { name: "invented", format }), 5).map(
      (ms) => megabytes / (ms / 1000),
    );
    return rowOf(`read 5 MB of ${format}`, "MB/s", speeds, { bound: "at-least", value: 5 });
  });
}
