// Builds the two things that run: the command `dist/servanda.mjs` (with the server in it) and the page `dist/web`.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const built = ["dist/servanda.mjs", "dist/web/index.html", "dist/.stamp"];

/** Builds when a source changed since the last build. `{ force: true }` always builds. */
export async function buildIfStale({ force = false } = {}) {
  const stamp = sourcesStamp();
  if (!force && built.every((file) => existsSync(file)) && readFileSync("dist/.stamp", "utf8") === stamp) return false;
  const [{ build: bundle }, { build: buildPage }] = await Promise.all([import("rolldown"), import("vite")]);
  mkdirSync("dist", { recursive: true });
  await Promise.all([
    bundle({
      input: "src/cli/main.ts",
      platform: "node",
      external: /^(node:|[@a-z][^:]*$)/,
      logLevel: "warn",
      output: {
        file: "dist/servanda.mjs",
        format: "esm",
        sourcemap: true,
        banner: "#!/usr/bin/env node",
        codeSplitting: false,
      },
    }),
    buildPage({ logLevel: "warn", build: { rolldownOptions: { checks: { pluginTimings: false } } } }),
  ]);
  writeFileSync("dist/.stamp", stamp);
  return true;
}

function sourcesStamp() {
  const hash = createHash("sha256");
  for (const file of ["package-lock.json", "vite.config.ts", "scripts/build.mjs", ...filesBelow("src")])
    hash.update(file).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes(".test."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await buildIfStale({ force: !process.argv.includes("--if-stale") });
