import { describe, expect, test } from "vitest";
import { parseProcessFile } from "./process-file.ts";

describe("process.yaml", () => {
  test("participants by id or in a list are the same", () => {
    const keyed = parseProcessFile("title: Talks\nparties: { A: { name: Aland }, B: {} }\n", "process.yaml");
    const listed = parseProcessFile("title: Talks\nparties: [{ id: A, name: Aland }, { id: B }]\n", "process.yaml");
    expect(keyed).toEqual(listed);
    expect(keyed).toMatchObject({
      kind: "ok",
      value: {
        parties: [
          { id: "A", name: "Aland", kind: "party" },
          { id: "B", name: "B", kind: "party" },
        ],
        deadline: null,
      },
    });
  });

  test("a name is taken in the leading language", () => {
    const source = "title: Talks\nlanguages: [fr, en]\nparties: { A: { name: { en: Aland, fr: Alande } } }\n";
    expect(parseProcessFile(source, "process.yaml")).toMatchObject({ value: { parties: [{ name: "Alande" }] } });
  });

  test.each<[string, string, string, string]>([
    ["no title", "parties: []\n", "wrong-shape", "1:1"],
    ["a key nobody knows", "title: x\nparties: []\nmood: good\n", "wrong-shape", "3:1"],
    ["one id for two", "title: x\nparties: { A: {} }\nguarantors: [{ id: A }]\n", "wrong-shape", "3:20"],
    ["no day", "title: x\nparties: []\ndeadline: soon\n", "wrong-shape", "3:11"],
    ["a kind nobody knows", "title: x\nparties: []\nbodies: { JC: { kind: wizard } }\n", "wrong-shape", "3:23"],
    ["no YAML", "title: [\n", "not-yaml", "2:1"],
  ])("%s", (_name, source, code, place) => {
    const parsed = parseProcessFile(source, "process.yaml");
    expect(parsed).toMatchObject({ kind: "refused", code, file: "process.yaml" });
    if (parsed.kind === "refused") expect(`${parsed.line}:${parsed.column}`).toBe(place);
  });
});
