import type { Span } from "../../text/index.ts";
import { unresolved } from "../slot.ts";
import { verbOf, verbOfNoun } from "../verbs.ts";
import { framesOfAct } from "./act-frame.ts";
import { isActor } from "./actor-names.ts";
import type { Frame } from "./frame.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import { namesIn } from "./phrases.ts";
import { classOf } from "./act-class.ts";

const active =
  /^(?<who>[^,;]{2,120}?) (?:is|are|remains?|bears?|has|have|takes?|assumes?) (?:the )?(?:(?:sole|full|joint|primary|fully|jointly|solely|overall) (?:and )?){0,2}(?:responsib(?:le|ility) for|in charge of) (?:the )?(?<what>\p{L}[^;]{2,})/iu;
const passive =
  /^(?<what>(?:the )?\p{L}[^,;]{2,160}?) (?:is|are|remains?|falls? within|shall be) (?:the )?(?:(?:sole|full|joint|primary) ){0,2}responsibility of (?<who>[^;.]{2,120})/iu;

/** "X is responsible for issuing visas", "Transport is the responsibility of X": the act, proposed as a duty of X. */
export function responsibilities(passage: Passage, span: Span, sentence: number, says: string): readonly Frame[] {
  if (!/\b(?:responsib|in charge of)/i.test(says)) return [];
  const text = passage.text.slice(span.start, span.end);
  const match = active.exec(text) ?? passive.exec(text);
  const who = (match?.groups?.["who"] ?? "").replace(/[\s.]+$/, "");
  const what = match?.groups?.["what"] ?? "";
  if (match === null || !isActor(who)) return [];
  const head = /^(?<first>\p{L}[\p{L}-]*)(?<of> of| for)?(?: |$)/u.exec(what.replace(/^the /i, ""));
  const first = head?.groups?.["first"] ?? "";
  const verb = /ing$/.test(first) ? verbOf(first) : verbOfNoun(first);
  const article = /^the /i.exec(what)?.[0].length ?? 0;
  const at = span.start + text.indexOf(what, match.index) + article;
  const isSubject = text.startsWith(what);
  const end = isSubject ? at + what.length - article : span.end - (/[\s.;]*$/.exec(text)?.[0].length ?? 0);
  const start = verb === null ? at : at + first.length + (head?.groups?.["of"]?.length ?? 0);
  const spans = anchorsOf(passage, span.start, span.end);
  const from = span.start + text.indexOf(who);
  const kind =
    verb === null
      ? { class: "other" as const, mode: "maintain" as const }
      : classOf(verb.base, passage.text.slice(start, end), "");

  return framesOfAct(passage, {
    head: "nominal",
    sentence,
    says,
    span: { start: span.start, end: span.end },
    bearer: isActor(who)
      ? { kind: "stated", value: namesIn(who), spans: anchorsOf(passage, from, from + who.length) }
      : unresolved(...spans),
    bearerWords: who,
    subject: "",
    modality: { kind: "proposed", value: "obligation", spans, rule: "responsible-for" },
    strength: { kind: "stated", value: "none", spans },
    base: verb?.base ?? "be responsible for",
    class: kind.class,
    mode: kind.mode,
    rest: { start: Math.min(start, end), end },
    object: null,
    adjuncts: [],
  });
}
