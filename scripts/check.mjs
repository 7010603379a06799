// `npm run check`: types, rooms, lint, format. Each says what is wrong where; all are run before the verdict.
import { spawnSync } from "node:child_process";
import { installIfMissing } from "./install.mjs";

installIfMissing();
const checks = {
  types: ["node_modules/typescript/bin/tsc", "--noEmit"],
  rooms: ["scripts/run.mjs", "scripts/rooms.ts"],
  lint: ["node_modules/oxlint/bin/oxlint", "--deny-warnings", "src", "scripts", "bench", "test"],
  format: ["node_modules/oxfmt/bin/oxfmt", "--check", "src", "scripts", "bench", "test"],
};
const failed = Object.entries(checks).filter(([name, command]) => {
  const { status } = spawnSync(process.execPath, command, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) console.error(`check: ${name} failed`);
  return status !== 0;
});
if (failed.length > 0) process.exit(1);
console.log("check: types, rooms, lint and format hold");
