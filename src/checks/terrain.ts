import { asSeen, oncePer } from "../base/index.ts";
import { atMostDays, itemsIn, spansOf, valueOf, valuesOf } from "../commitments/index.ts";
import type { Commitment, Guarantee, Power } from "../commitments/index.ts";
import type { Draft } from "../text/index.ts";
import { castOf } from "./cast.ts";
import type { Cast } from "./cast.ts";
import { exists } from "./chosen.ts";
import type { Memo } from "./memo.ts";
import { presentProvisions } from "./places.ts";
import type { Context } from "./rule.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Somebody hands on what it knows to somebody else. */
export type Relay = {
  readonly from: string;
  readonly to: readonly string[];
  readonly bound: boolean;
  readonly days: number | null;
  readonly label: string;
};

/** Somebody may bring a matter before a body. */
export type Request = { readonly by: readonly string[]; readonly body: string; readonly label: string };

/** What the whole text offers to the game of any one commitment. Built once for a context, O(size of the text). */
export type Terrain = {
  readonly cast: Cast;
  readonly memo: Memo;
  readonly relays: readonly Relay[];
  readonly requests: readonly Request[];
  /** Duties to let somebody in. */
  readonly admissions: readonly Commitment[];
  /** Powers that can end a step: holder, days of notice, and what they act on. */
  readonly powers: readonly {
    readonly holders: readonly string[];
    readonly after: number;
    readonly actsOn: readonly string[] | "all";
  }[];
  /** Labels whose provisions outlive the text. */
  readonly survivors: readonly string[] | "all";
  readonly guarantees: readonly Guarantee[];
  /** The label and those of the provisions around it, innermost first. */
  readonly around: (label: string) => readonly string[];
  /** Words of the provision with this label as they stand under the choices; empty where there is none. */
  readonly wordsOf: (label: string) => string;
  /** Label of the provision that says how a body decides, `null` where none does. */
  readonly ruleLabel: (body: string) => string | null;
  /** Whether a provision with this label stands under the choices. */
  readonly isThere: (label: string) => boolean;
  readonly commitmentsAt: (label: string) => readonly Commitment[];
  readonly commitment: (id: string) => Commitment | null;
  /** The same object for texts that offer the same to every game, but for their other commitments' own acts. */
  readonly ground: object;
};

const terrains = new WeakMap<Context, Terrain>();

export function terrainOf(context: Context): Terrain {
  let terrain = terrains.get(context);
  if (terrain === undefined) {
    terrain = buildTerrain(context);
    terrains.set(context, terrain);
  }

  return terrain;
}

/** Whether a label, or one around it, is among the labels. */
export function isWithin(terrain: Terrain, label: string, labels: readonly string[] | "all"): boolean {
  return labels === "all" || terrain.around(label).some((one) => labels.includes(one));
}

function buildTerrain(context: Context): Terrain {
  const { draft, reading, choices, commitments } = context;
  const cast = castOf(reading);
  const isChosen = (thing: Power | Guarantee): boolean => exists(thing.requires, choices);
  const parents = new Map<string, string | null>();
  for (const provision of draft.provisions)
    parents.set(
      provision.label,
      provision.parent === null ? null : (draft.provisions[provision.parent]?.label ?? null),
    );
  let present: ReadonlyMap<string, string> | null = null;
  const words = (): ReadonlyMap<string, string> => {
    present ??= new Map(presentProvisions(context).map(({ provision, chosen }) => [provision.label, chosen.words]));

    return present;
  };
  const commitmentsAt = commitmentsBelow(parents, commitments);
  const byId = new Map(commitments.map((commitment) => [commitment.id, commitment]));
  const labels = new Map(draft.provisions.map(({ id, label }) => [id, label]));
  const powers = reading.powers.filter(isChosen);
  const relays = relaysIn(context, cast);
  const requests = requestsIn(context, cast);
  const { parts } = surroundingsOf(reading, choices);
  const ground = [parts, relays, requests, placesIn(draft)];

  return {
    cast,
    memo: context.memo,
    ground: asSeen(context.memo.grounds, "ground", ground),
    relays,
    requests,
    admissions: commitments.filter(
      ({ action, modality }) => action.class === "admit-access" && valueOf(modality) === "obligation",
    ),
    powers: powers.filter(canDisable).map((power) => ({
      holders: cast.singles(itemsIn(power.holder)),
      after: noticeOf(power),
      actsOn: power.actsOn,
    })),
    survivors: survivorsOf(powers),
    guarantees: reading.guarantees.filter(isChosen),
    around: (label) => around(parents, label),
    wordsOf: (label) => words().get(label) ?? "",
    ruleLabel(name) {
      const body = cast.body(name);
      const [place] = body === null ? [] : spansOf(body.rule);

      return place === undefined ? null : (labels.get(place.provision) ?? null);
    },
    isThere: (label) => words().has(label),
    commitmentsAt,
    commitment: (id) => byId.get(id) ?? null,
  };
}

/** Which labels there are, and which stand inside which. */
const placesIn = oncePer((draft: Draft): readonly string[] =>
  draft.provisions.map(({ label, parent }) => `${label}<${parent ?? ""}`),
);

/** The commitments of a provision and of those inside it, in the order of the text; looked up when asked for. */
function commitmentsBelow(
  parents: ReadonlyMap<string, string | null>,
  commitments: readonly Commitment[],
): (label: string) => readonly Commitment[] {
  const inside = new Map<string, string[]>();
  for (const [label, parent] of parents)
    if (parent !== null) {
      const known = inside.get(parent);
      if (known === undefined) inside.set(parent, [label]);
      else known.push(label);
    }
  const own = new Map<string, Commitment[]>();
  for (const commitment of commitments) {
    const known = own.get(commitment.label);
    if (known === undefined) own.set(commitment.label, [commitment]);
    else known.push(commitment);
  }
  const found = new Map<string, readonly Commitment[]>();

  return (label) => {
    let below = found.get(label);
    if (below === undefined) {
      // A set is walked in the order of its entries, those added on the way included.
      const labels = new Set([label]);
      for (const one of labels) for (const child of inside.get(one) ?? []) labels.add(child);
      below = labels.size === 1 ? (own.get(label) ?? []) : commitments.filter((one) => labels.has(one.label));
      found.set(label, below);
    }

    return below;
  };
}

function around(parents: ReadonlyMap<string, string | null>, label: string): readonly string[] {
  const labels = [label];
  for (let up = parents.get(label) ?? null; up !== null; up = parents.get(up) ?? null) labels.push(up);

  return labels;
}

/** A power that its holder has alone and without a cause: with a trigger it answers what somebody else did. */
function canDisable(power: Power): boolean {
  const ends = power.effect === "suspend" || power.effect === "terminate" || power.effect === "leave";

  return ends && power.allowed && valueOf(power.trigger) === null && itemsIn(power.needsConsentOf).length === 0;
}

function noticeOf(power: Power): number {
  const notice = valueOf(power.notice);

  return notice === null ? 0 : atMostDays(notice);
}

function survivorsOf(powers: readonly Power[]): readonly string[] | "all" {
  const surviving = powers.filter((power) => power.effect === "survive");
  if (surviving.some((power) => power.actsOn === "all")) return "all";

  return surviving.flatMap((power) => (power.actsOn === "all" ? [] : power.actsOn));
}

const handsOn = /^(?:report|notify|inform|transmit|forward|refer|submit|communicate|send|circulate|convey)$/;
const brings = /^(?:refer|submit|bring|raise|complain|request|apply|invoke|file|seize|ask|call|lodge)$/;

function relaysIn({ commitments }: Context, cast: Cast): readonly Relay[] {
  return commitments
    .filter(({ action }) => action.class === "report" || handsOn.test(action.verb))
    .flatMap((commitment) => {
      const to = addressedBy(commitment, cast);
      const latest = valuesOf(commitment.window)[0]?.latest;
      const days = latest === undefined ? null : valueOf(latest);
      const bound = valueOf(commitment.modality) === "obligation";
      if (to.length === 0) return [];

      return cast.singles(itemsIn(commitment.bearer)).map((from) => ({
        from,
        to,
        bound,
        days: days === null || days === "none" ? null : atMostDays(days),
        label: commitment.label,
      }));
    });
}

function requestsIn({ commitments }: Context, cast: Cast): readonly Request[] {
  return commitments
    .filter(({ action }) => brings.test(action.verb))
    .flatMap((commitment) =>
      addressedBy(commitment, cast).map((body) => ({
        by: cast.singles(itemsIn(commitment.bearer)),
        body,
        label: commitment.label,
      })),
    );
}

/** To whom something is handed: the counterparty, else the actors that the object names. */
function addressedBy(commitment: Commitment, cast: Cast): readonly string[] {
  const named = cast.singles(itemsIn(commitment.counterparty));
  if (named.length > 0) return named;
  const words = `${commitment.action.object} ${valuesOf(commitment.action.place).join(" ")}`;

  return cast.named(words);
}
