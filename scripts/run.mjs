// Runs a TypeScript file: `node scripts/run.mjs bench/main.ts …`. Node 20 cannot, so the file is bundled first;
// packages stay outside the bundle. What runs is plain JavaScript at full speed.
import { mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error("usage: node scripts/run.mjs FILE.ts [ARGUMENT…]");
  process.exit(2);
}
const { build } = await import("rolldown");
const out = resolve("node_modules/.cache/servanda", `${basename(entry, ".ts")}.mjs`);
mkdirSync(resolve("node_modules/.cache/servanda"), { recursive: true });
await build({
  input: entry,
  platform: "node",
  external: /^(node:|[@a-z][^:]*$)/,
  logLevel: "warn",
  output: { file: out, format: "esm", sourcemap: true, codeSplitting: false },
});
process.argv.splice(1, 2, out, ...rest);
process.argv.length = 2 + rest.length;
await import(pathToFileURL(out).href);
