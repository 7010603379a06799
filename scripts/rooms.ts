// The plan of rooms: a room imports only rooms above it, and only through their front door. Pure rooms know no clock,
// chance, disk, network or environment. `npm run check` holds the source to it.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** In the order in which a sentence travels. */
const rooms = ["base", "text", "commitments", "checks", "wire", "server", "web", "cli"];
const pure = new Set(["base", "text", "commitments", "checks"]);
/** The door of a room that may be entered from outside it: a worker is a door of its own for the bundler. */
const doors = ["index.ts"];
/** What no pure room may name: clock, chance, disk, network, environment, the machine's language. */
const outside =
  /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.|process\.|fetch\(|setTimeout|setInterval|crypto\.|localStorage|navigator\.|toLocale\w+|localeCompare|Intl\.)/;

const imports = /(?:^|\n)(?:import|export)\b[^;"'=]*?\bfrom\s*["']([^"']+)["']|\bimport\s*\(?\s*["']([^"']+)["']/g;

const faults: string[] = [];
for (const room of rooms) for (const file of sourceFiles(join("src", room))) check(room, file);
for (const name of readdirSync("src"))
  if (!rooms.includes(name)) faults.push(`src/${name} is no room of the plan (scripts/rooms.ts)`);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}

function check(room: string, file: string): void {
  const source = readFileSync(file, "utf8");
  const isTest = /\.test\.tsx?$/.test(file);
  for (const [, from, bare] of source.matchAll(imports)) {
    const specifier = from ?? bare ?? "";
    if (!specifier.startsWith(".")) {
      if (pure.has(room) && !isTest && !allowedPackage(room, specifier))
        faults.push(`${file}: a pure room imports "${specifier}"`);
      continue;
    }
    const target = relative("src", resolve(dirname(file), specifier)).split(sep);
    const [other = "", ...inside] = target;
    if (other === room || isTest) continue;
    if (other === "..") faults.push(`${file}: imports outside src: "${specifier}"`);
    else if (rooms.indexOf(other) > rooms.indexOf(room))
      faults.push(`${file}: "${room}" imports the lower room "${other}"`);
    else if (inside.length !== 1 || !doors.includes(inside[0] ?? ""))
      faults.push(`${file}: enters "${other}" other than by its door: "${specifier}"`);
  }
  if (!pure.has(room) || isTest) return;
  source.split("\n").forEach((line, at) => {
    const code = line.replace(/\/\/.*|^\s*\/?\*.*/, "");
    if (outside.test(code)) faults.push(`${file}:${at + 1}: a pure room reaches outside: ${line.trim()}`);
  });
}

/** The one exception: `text` reads the tags of HTML with a library, which is pure. */
function allowedPackage(room: string, specifier: string): boolean {
  return room === "text" && specifier === "htmlparser2";
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
