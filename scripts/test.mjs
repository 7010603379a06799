// `npm test`: installs what is missing, checks (types, rooms, lint, format), builds, and runs every test.
import { spawnSync } from "node:child_process";
import { installIfMissing } from "./install.mjs";

installIfMissing();
const steps = [
  ["scripts/check.mjs"],
  ["scripts/build.mjs"],
  ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)],
];
for (const step of steps) {
  const { status } = spawnSync(process.execPath, step, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
