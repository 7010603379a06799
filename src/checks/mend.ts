import { valueOf } from "../commitments/index.ts";
import type { Commitment } from "../commitments/index.ts";
import { addAnswer, addDetermination, addVerifier } from "./amendments.ts";
import type { Finding, Repair } from "./finding.ts";
import type { Judgement } from "./judge.ts";
import { knownOf } from "./memo.ts";
import { namesOf } from "./phrase.ts";
import { append, verdictUnder } from "./repairs.ts";
import type { Change } from "./repairs.ts";
import type { Context } from "./rule.ts";
import { terrainOf } from "./terrain.ts";

/**
 * A finding about a hole in the words, with the clause that would fill it where one is natural: as a line of Treaty
 * English, and with the grade that the commitment has with it. A finding that has repairs keeps its own.
 */
export function mended(context: Context, finding: Finding): Finding {
  if (finding.repairs.length > 0) return finding;
  const judgement = context.judgements.get(finding.commitments[0] ?? "");
  if (judgement === undefined) return finding;
  const repairs = sharedRepairs(context, finding, judgement);

  return repairs.length === 0 ? finding : { ...finding, repairs };
}

const repairsByContext = new WeakMap<Context, Map<string, Map<unknown, readonly Repair[]>>>();

/** Within one context the repairs of a hole are the same for all games of one shape, but for where they go. */
function sharedRepairs(context: Context, finding: Finding, judgement: Judgement): readonly Repair[] {
  const { worst, commitment } = judgement;
  if (worst === null || judgement.cases.length > 1 || !shared.has(finding.rule))
    return repairsFor(context, finding, judgement);
  const rules = entry(repairsByContext, context, () => new Map<string, Map<unknown, readonly Repair[]>>());
  const shapes = entry(rules, finding.rule, () => new Map<unknown, readonly Repair[]>());
  const known = entry(shapes, knownOf(worst.enforcement), () => repairsFor(context, finding, judgement));

  return known.map((repair) => at(repair, commitment.label));
}

const shared: ReadonlySet<string> = new Set([
  "no-verifier",
  "no-determination",
  "no-consequence",
  "consequence-without-actor",
]);

/** The same repair at another provision. */
function at({ edit, ...repair }: Repair, provision: string): Repair {
  return { ...repair, edit: edit === null ? null : { ...edit, provision } };
}

function entry<Key, Value>(
  map: { get: (key: Key) => Value | undefined; set: (key: Key, value: Value) => unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }

  return value;
}

function repairsFor(context: Context, { rule, missing }: Finding, judgement: Judgement): readonly Repair[] {
  const terrain = terrainOf(context);
  const { commitment, worst } = judgement;
  const enforcement = worst?.enforcement ?? null;
  switch (rule) {
    case "no-verifier":
      return [played(judgement, addVerifier(terrain, commitment, enforcement))];
    case "no-determination":
      return [played(judgement, addDetermination(terrain, commitment, enforcement))];
    case "no-consequence":
    case "consequence-without-actor":
      return [played(judgement, addAnswer(terrain, commitment, enforcement))];
    case "no-access-right":
    case "no-evidence-kind": {
      const verifiers = namesOf(commitment.verification.flatMap(({ by }) => valueOf(by) ?? []));
      const line = `VERIFIED BY ${verifiers} USING satellite, site visit${withoutConsent(commitment)}.`;

      return verifiers === "" ? [] : byWords(commitment, line, "by site visits and satellite images, without consent");
    }
    case "no-deadline":
      return missing.includes("onBreach.within")
        ? byWords(commitment, "WITHIN 7 DAYS.", "within 7 days")
        : byWords(commitment, "WITHIN 30 DAYS AFTER ENTRY INTO FORCE.", "within 30 days after entry into force");
    case "no-beneficiary": {
      const other = otherSide(context, commitment);

      return other === null ? [] : byWords(commitment, `TOWARDS ${namesOf([other])}.`, `towards ${other}`);
    }
    case "no-else":
      return byWords(commitment, "OTHERWISE NOTHING.", "Otherwise nothing is owed.");
    default:
      return [];
  }
}

/** The grade with the change, beside the grade without it. */
function played(judgement: Judgement, change: Change): Repair {
  const after = verdictUnder(judgement, change);

  return {
    says: change.says,
    grade: after?.grade ?? null,
    days: after?.days ?? null,
    gradeBefore: judgement.worst?.verdict.grade ?? null,
    edit: change.edit,
  };
}

/** A clause that no grade hangs on. */
function byWords({ label }: Commitment, says: string, added: string): readonly Repair[] {
  return [{ says, grade: null, days: null, gradeBefore: null, edit: append(label, added) }];
}

function withoutConsent({ bearer }: Commitment): string {
  const bearers = valueOf(bearer) ?? [];

  return bearers.length === 0 ? "" : ` WITHOUT CONSENT OF ${namesOf(bearers)}`;
}

/** The other side, where there are two. */
function otherSide(context: Context, { bearer }: Commitment): string | null {
  const { cast } = terrainOf(context);
  const bearers = cast.singles(valueOf(bearer) ?? []);
  const others = cast.parties.filter((name) => !bearers.includes(name));

  return bearers.length > 0 && others.length === 1 ? others[0]! : null;
}
