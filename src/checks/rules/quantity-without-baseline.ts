import { lowWords } from "../../base/index.ts";
import { isOpen, spansOf, valueOf } from "../../commitments/index.ts";
import type { ActionClass, Commitment, Quantity } from "../../commitments/index.ts";
import { duties, holeFinding } from "../hole.ts";
import { wordsAt } from "../places.ts";
import type { Context, Rule } from "../rule.ts";
import { quoted } from "../saying.ts";

/** Measures that are read off, not counted, and money, which counts itself. */
const measured: ReadonlySet<string> = new Set(
  (
    "metre metres meter meters kilometre kilometres kilometer kilometers centimetre centimetres centimeter centimeters millimetre millimetres millimeter millimeters km m mm cm mile miles nautical hectare hectares ha square degree degrees " +
    "hour hours day days week weeks month months year years minute minutes working calendar time times " +
    "dollar dollars euro euros usd eur chf gbp franc francs pound pounds million billion cent " +
    "litre litres ton tons tonne tonnes kilogram kilograms kg gram grams barrel barrels cubic megawatt megawatts gigawatt gigawatts kilowatt " +
    "copies copy original originals language languages phase phases stage stages step steps tranche tranches round rounds meeting meetings session sessions seat seats member members representative representatives delegate delegates signature signatures vote votes"
  ).split(" "),
);
/** Acts that lower or hand over a stock: how many there were on which day decides how many remain. */
const counting: ReadonlySet<ActionClass> = new Set([
  "withdraw",
  "disarm",
  "demobilise",
  "release",
  "return",
  "transfer",
  "refrain",
]);
const countingVerb =
  /^(?:reduce|limit|cap|cut|lower|decommission|destroy|dismantle|eliminate|deploy|station|maintain|keep|hold|retain|possess|remove|hand|surrender|store|integrate|discharge|relocate|reinstate|admit|exceed|have|field|move|pull|evacuate)/;

/** A number is a number of something, counted by a rule, from a day. Source: docs/sources.md#quantity-without-baseline. */
export const quantityWithoutBaseline: Rule = {
  name: "quantity-without-baseline",
  family: "structure",
  find: (context) =>
    duties(context).flatMap((commitment) => {
      const quantity = valueOf(commitment.quantity);
      if (quantity === null || !isCounted(commitment, quantity)) return [];
      if (!isOpen(quantity.baseline) || !isOpen(quantity.countedAs)) return [];

      return [
        holeFinding(context, {
          rule: "quantity-without-baseline",
          severity: "warning",
          commitment,
          path: "quantity.baseline",
          at: spansOf(commitment.quantity),
          says: `${quoted(words(context, commitment, quantity))} of what, counted how, from which day?`,
        }),
      ];
    }),
};

function isCounted(commitment: Commitment, { unit, value }: Quantity): boolean {
  const isShare = /%|\bper ?cent\b|\bpercent\b|\bthirds?\b|\bhalf\b|\bquarters?\b/i.test(`${value} ${unit ?? ""}`);
  if (!isShare && /^(?:all|every|each|any|both|no|one|an?)\b/i.test(value.trim())) return false;
  const isStock = counting.has(commitment.action.class) || countingVerb.test(commitment.action.verb);

  return isStock && (isShare || unit === null || !measured.has(lowWords(unit)[0] ?? ""));
}

function words(context: Context, commitment: Commitment, { unit, value }: Quantity): string {
  const written = wordsAt(context.draft, spansOf(commitment.quantity).slice(0, 1));

  return written === "" ? `${value} ${unit ?? ""}` : written;
}
