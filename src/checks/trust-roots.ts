import { itemsIn, valueOf } from "../commitments/index.ts";
import type { Commitment, Consequence } from "../commitments/index.ts";
import { play } from "./game.ts";
import { fact, lower } from "./lower.ts";
import type { Context } from "./rule.ts";
import { terrainOf } from "./terrain.ts";

/** An actor bound to answer breaches, whose own failure to answer has no answer. */
export type TrustRoot = {
  readonly actor: string;
  /** Named as a trust root by the reading. */
  readonly declared: boolean;
  /** Labels of its duties to answer, in the order of the text. */
  readonly labels: readonly string[];
  /** Commitments whose answer it owes. */
  readonly commitments: readonly string[];
};

const roots = new WeakMap<Context, readonly TrustRoot[]>();

/**
 * Who holds the guarantor to its promise? The last trust of a text, by actor. A side of the agreement is none: its
 * own answer is its own affair. Every answer owed is graded as a commitment of its own; below E1 it is a root.
 */
export function trustRootsOf(context: Context): readonly TrustRoot[] {
  let found = roots.get(context);
  if (found === undefined) {
    found = findRoots(context);
    roots.set(context, found);
  }

  return found;
}

function findRoots(context: Context): readonly TrustRoot[] {
  const { cast, guarantees } = terrainOf(context);
  const owed = new Map<string, { readonly labels: Set<string>; readonly commitments: Set<string> }>();
  const note = (names: readonly string[], label: string, commitment: string | null): void => {
    for (const name of cast.singles(names)) {
      const kind = cast.actor(name)?.kind;
      if (kind === "party" || kind === "armed-group") continue;
      const known = owed.get(name) ?? { labels: new Set<string>(), commitments: new Set<string>() };
      known.labels.add(label);
      if (commitment !== null) known.commitments.add(commitment);
      owed.set(name, known);
    }
  };
  for (const { commitment } of context.judgements.values())
    for (const consequence of commitment.onBreach)
      if (consequence.bound) note(answerers(consequence), consequence.label, commitment.id);
  for (const guarantee of guarantees) if (guarantee.bound) note(itemsIn(guarantee.guarantor), guarantee.label, null);

  return [...owed]
    .filter(([actor, { labels }]) => !isHeld(context, actor, labels))
    .map(([actor, { labels, commitments }]) => ({
      actor,
      declared: cast.actor(actor)?.trustRoot ?? false,
      labels: [...labels],
      commitments: [...commitments],
    }));
}

function answerers(consequence: Consequence): readonly string[] {
  const by = valueOf(consequence.by);

  return by === null || by === "automatic" ? [] : by;
}

/** Whether the text answers a failure of this actor to answer: some duty of its own there has at least a free path. */
function isHeld(context: Context, actor: string, labels: ReadonlySet<string>): boolean {
  return context.commitments.some(
    (commitment) => isOwn(context, commitment, actor, labels) && isAnswered(context, commitment, actor),
  );
}

function isOwn(context: Context, commitment: Commitment, actor: string, labels: ReadonlySet<string>): boolean {
  const { cast } = terrainOf(context);
  const answers = labels.has(commitment.label) || commitment.role === "mechanism";

  return answers && commitment.onBreach.length > 0 && cast.singles(itemsIn(commitment.bearer)).includes(actor);
}

function isAnswered(context: Context, commitment: Commitment, actor: string): boolean {
  const { game, accused } = lower(terrainOf(context), commitment, actor);
  const course = play(game, { defectors: accused, free: true, granted: [fact.breached] });

  return course.days[fact.answered] !== Infinity;
}
