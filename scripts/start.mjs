// `npm start`: installs what is missing, builds, opens the worked example and prints its address.
// `npm start -- FOLDER --port 4100` opens another folder; arguments are those of `servanda serve`.
import { spawn } from "node:child_process";
import { installIfMissing } from "./install.mjs";

installIfMissing();
const { buildIfStale } = await import("./build.mjs");
await buildIfStale();
const given = process.argv.slice(2);
const folder = namesFolder(given) ? [] : ["examples/geneva"];
const open = process.env.CI === undefined ? ["--open"] : [];
const served = spawn(process.execPath, ["dist/servanda.mjs", "serve", ...folder, ...open, ...given], {
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => served.kill(signal));
served.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));

/** Whether a folder stands among the arguments: a word that is no option and not the value of one. */
function namesFolder(words) {
  return words.some((word, at) => !word.startsWith("-") && !["--port", "--data"].includes(words[at - 1] ?? ""));
}
