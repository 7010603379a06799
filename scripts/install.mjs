// Installs what is missing. Stands inside the start and test scripts, because `.npmrc` switches lifecycle scripts off.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** Installs the locked packages when `node_modules` is absent or older than the lock. Exits the program when npm fails. */
export function installIfMissing() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Servanda needs Node 20.19 or newer; this is ${process.versions.node}.`);
    process.exit(1);
  }
  if (installedMatchesLock()) return;
  console.error("Installing packages (once)…");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const shell = process.platform === "win32";
  const clean = spawnSync(npm, ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["ignore", "ignore", "pipe"],
    shell,
  });
  if (clean.status === 0) return;
  // A registry that lacks other platforms' optional binaries fails `npm ci`; a plain install leaves the lock as it is.
  const plain = spawnSync(npm, ["install", "--include=dev", "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
    shell,
  });
  if (plain.status !== 0) {
    console.error(String(clean.stderr));
    process.exit(1);
  }
}

function installedMatchesLock() {
  if (!existsSync("node_modules/.package-lock.json")) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional || present[path]?.version === version,
  );
}
