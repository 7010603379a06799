// `npm start`: installs what is missing, builds, opens the worked example and prints its address.
// `npm start -- FOLDER --port 4100` opens another folder; arguments are those of `servanda serve`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installIfMissing } from "./install.mjs";

installIfMissing();
// The builders hold some hundred megabytes, so they run in a process that ends.
const built = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], { stdio: ["ignore", 2, 2] });
if (built.status !== 0) process.exit(built.status ?? 1);

const given = process.argv.slice(2);
const folder = namesFolder(given) ? [] : [join("examples", "geneva")];
const open = process.env.CI === undefined ? ["--open"] : [];
process.argv = [process.execPath, "dist/servanda.mjs", "serve", ...folder, ...open, ...given];
await import(pathToFileURL("dist/servanda.mjs").href);

/** Whether a folder stands among the arguments: a word that is no option and not the value of one. */
function namesFolder(words) {
  return words.some((word, at) => !word.startsWith("-") && !["--port", "--data"].includes(words[at - 1] ?? ""));
}
