import type { z } from "zod";
import type { FileRefusal } from "./decode.ts";
import type { Yaml } from "./yaml.ts";

/** A file's refusal that names the file too. */
export type NamedRefusal<Code extends string> = FileRefusal<Code> & { readonly file: string };

/** The first thing that is wrong with the shape of a file, where it stands and how to mend it. */
export function shapeRefusal(file: string, yaml: Yaml, error: z.ZodError): NamedRefusal<"wrong-shape"> {
  const issue = deepest(error.issues);
  const path = issue?.path ?? [];
  const where = path.length === 0 ? "" : `${path.map(String).join(".")}: `;
  const [unknown] = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const place = unknown === undefined ? yaml.placeOf(path) : yaml.placeOfKey(path, unknown);
  const says = unknown === undefined ? sayOf(yaml, issue, path) : `the key "${unknown}" is not known here`;

  return { kind: "refused", code: "wrong-shape", reason: `${where}${says}`, file, ...place };
}

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several shapes, the complaint that got furthest into it. */
function deepest(issues: readonly Issue[], path: readonly PropertyKey[] = []): Issue | undefined {
  const [first] = issues;
  if (first === undefined) return undefined;
  const own = { ...first, path: [...path, ...first.path] };
  if (first.code !== "invalid_union") return own;
  const inner = first.errors
    .map((errors) => deepest(errors, own.path))
    .filter((issue) => issue !== undefined)
    .toSorted((one, other) => other.path.length - one.path.length);

  return inner[0] !== undefined && inner[0].path.length > own.path.length ? inner[0] : own;
}

function sayOf(yaml: Yaml, issue: Issue | undefined, path: readonly PropertyKey[]): string {
  const value = valueAt(yaml.value, path);
  const isLabel =
    typeof value === "number" &&
    /^(?:at|createdBy|mandate|overrides)$/.test(String(path.findLast((step) => typeof step === "string")));
  if (isLabel) return `${value} is read as a number; put the label in quotation marks`;
  if (issue?.code === "invalid_type" && value === undefined) return "this is missing";
  if (issue?.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")} is wanted`;
  if (issue?.code === "invalid_union") return "the value has none of the shapes that are allowed here";

  return issue?.message ?? "the value has the wrong shape";
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === String(step))?.[1];
  }

  return value;
}
