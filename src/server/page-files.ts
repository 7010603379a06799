import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

/** The built page: path in the address → file on disk. Only what is listed here is ever served. */
export type PageFiles = ReadonlyMap<string, string>;

/** Lists the built page once, so that no address can name a file outside it. Links are left out. */
export async function listPageFiles(root: string): Promise<PageFiles> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(`/${relative(root, file).split(sep).join("/")}`, file);
  }

  return files;
}

/** The file at `path` with its type; one whose name carries a hash is kept for ever, the others are asked again. */
export async function pageFile(files: PageFiles, path: string): Promise<Response | null> {
  const name = path === "/" ? "/index.html" : path;
  const file = files.get(name);
  if (file === undefined) return null;

  const hashed = /^\/assets\/.+-[\w-]{8}\.\w+$/.test(name);
  return new Response(new Uint8Array(await readFile(file)), {
    headers: {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}
