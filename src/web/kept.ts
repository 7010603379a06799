import type { Format } from "../text/index.ts";
import type { Source } from "./analysis.ts";

export type Theme = "light" | "dark" | null;

/** What this tab and this browser remember. A browser that refuses to remember is no failure. */
export function keepOwnText(text: Source | null): void {
  put(() => sessionStorage, "servanda.text", text === null ? null : JSON.stringify(text));
}

export function keptOwnText(): Source | null {
  const kept = parsed(get(() => sessionStorage, "servanda.text"));
  if (typeof kept !== "object" || kept === null) return null;
  const { name, source, format, sha256 } = kept as { readonly [key in keyof Source]?: unknown };
  if (typeof name !== "string" || typeof source !== "string") return null;

  return {
    name,
    source,
    format: isFormat(format) ? format : null,
    sha256: typeof sha256 === "string" ? sha256 : null,
  };
}

/** Edited sources by the name of their draft. */
export function keepRevisions(revisions: Readonly<Record<string, string>>): void {
  put(() => sessionStorage, "servanda.revisions", JSON.stringify(revisions));
}

export function keptRevisions(): Readonly<Record<string, string>> {
  const kept = parsed(get(() => sessionStorage, "servanda.revisions"));
  if (typeof kept !== "object" || kept === null) return {};

  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

export function keptTheme(): Theme {
  const kept = get(() => localStorage, "servanda.theme");

  return kept === "light" || kept === "dark" ? kept : null;
}

export function keepTheme(theme: Theme): void {
  put(() => localStorage, "servanda.theme", theme);
}

export function keptKeys(): boolean {
  return get(() => localStorage, "servanda.keys") !== "off";
}

export function keepKeys(on: boolean): void {
  put(() => localStorage, "servanda.keys", on ? null : "off");
}

function isFormat(format: unknown): format is Format {
  return format === "markdown" || format === "plain" || format === "html";
}

function parsed(kept: string | null): unknown {
  try {
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
}

function get(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function put(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // A full or forbidden store only means that a reload begins anew.
  }
}
