import type { ActionClass, Commitment } from "../commitment.ts";
import type { Duration, EventRef } from "../event.ts";
import { unresolved, type Slot } from "../slot.ts";
import { anchorsOf, type Passage } from "./passage.ts";
import type { TimePhrase } from "./time-phrase.ts";

/** The little that is read of deadlines in French, Russian and Ukrainian: "within N days [after signature]". */
const within =
  /(?:в течение|не позднее(?: чем)?(?: через)?|в срок до|протягом|упродовж|не пізніше(?: ніж)?(?: через)?|dans un délai de|dans les|au plus tard|sous)\s+(?<n>\d{1,4})\s+(?<unit>рабочих дней|робочих днів|jours ouvrables|дн\p{L}+|день|суток|діб|час\p{L}*|годин\p{L}*|недел\p{L}+|тижн\p{L}+|месяц\p{L}*|місяц\p{L}*|год\p{L}*|лет|років|рок\p{L}*|jours?|heures?|semaines?|mois|ans?)(?<link>\s+(?:после|с момента|с даты|со дня|після|з моменту|з дня|з дати|à compter de|suivant|après|qui suivent))?/giu;

const unitNames: readonly (readonly [RegExp, Duration["unit"]])[] = [
  [/рабоч|робоч|ouvrab/i, "working-days"],
  [/^(?:час|годин|heure)/i, "hours"],
  [/^(?:недел|тижн|semaine)/i, "weeks"],
  [/^(?:месяц|місяц|mois)/i, "months"],
  [/^(?:год|лет|рок|ans?)/i, "years"],
  [/./, "days"],
];

/** Phrases of time of a clause in another language than English. */
export function phrasesElsewhere(passage: Passage, start: number, end: number): readonly TimePhrase[] {
  return [...passage.text.slice(start, end).matchAll(within)].map((match) => {
    const from = start + match.index;
    const head = from + match[0].length;
    const words =
      match.groups?.["link"] === undefined ? "" : (/^\s*[^,;.]{2,90}/u.exec(passage.text.slice(head, end))?.[0] ?? "");
    const to = head + words.length;
    const spans = anchorsOf(passage, from, to);
    const unit = unitNames.find(([pattern]) => pattern.test(match.groups?.["unit"] ?? ""))?.[1] ?? "days";
    const length = (amount: number): Slot<Duration> => ({
      kind: "stated",
      value: { amount, unit, calendar: null },
      spans,
    });
    const event = words === "" ? null : eventElsewhere(words.trim(), anchorsOf(passage, head, to));

    return {
      start: from,
      end: to,
      role: "due",
      words: passage.text.slice(from, to),
      event,
      window: {
        after: event === null ? unresolved(...spans) : { kind: "stated", value: event, spans },
        earliest: length(0),
        latest: length(Number(match.groups?.["n"])),
        openEnded: "no",
        ordinal: false,
        words: passage.text.slice(from, to),
      },
    };
  });
}

function eventElsewhere(words: string, spans: ReturnType<typeof anchorsOf>): EventRef {
  const occurrence = { kind: "stated", value: "occurrence", spans } as const;
  if (/вступлени\p{L}+ в силу|набранн\p{L}+ чинності|entrée en vigueur/iu.test(words))
    return { event: { kind: "entry-into-force" }, point: occurrence };
  if (/подписани|підписан|signature/i.test(words)) return { event: { kind: "signature" }, point: occurrence };

  return { event: { kind: "fact", words }, point: unresolved(...spans) };
}

const classes: readonly (readonly [RegExp, ActionClass, Commitment["mode"]])[] = [
  [/^(?:отве|выве|відве|виве|retir|repli|évacu)/i, "withdraw", "achieve"],
  [/^(?:разоруж|роззбро|désarm)/i, "disarm", "achieve"],
  [/^(?:освобод|отпусти|обменя|звільн|обміня|libér|relâch|échang)/i, "release", "achieve"],
  [/^(?:верн|возврат|поверн|restitu|rapatri)/i, "return", "achieve"],
  [/^(?:переда|передат|transfér|remett|cède|céder)/i, "transfer", "achieve"],
  [/^(?:выплат|заплат|сплат|виплат|pay|vers|indemnis)/i, "pay", "achieve"],
  [
    /^(?:провер|контролир|наблюда|монитор|перевір|спостеріг|моніторит|vérifi|surveill|contrôl|inspect)/i,
    "verify",
    "maintain",
  ],
  [/^(?:сообщ|уведом|информир|докла|повідом|інформу|доповід|notifi|inform|rend|présent)/i, "report", "achieve"],
  [/^(?:созда|учред|сформир|створ|засну|créer|établi|institu)/i, "establish-body", "achieve"],
  [/^(?:соблюда|обеспеч|поддержив|дотриму|забезпеч|підтриму|respect|assur|maint)/i, "other", "maintain"],
  [/^(?:прекра|воздерж|припин|утриму|cess|s'abst)/i, "refrain", "maintain"],
];

/** The class of a verb that is not English, by its stem; `null` where the short list does not know it. */
export function classElsewhere(
  verb: string,
): { readonly class: ActionClass; readonly mode: Commitment["mode"] } | null {
  const row = classes.find(([stem]) => stem.test(verb));

  return row === undefined ? null : { class: row[1], mode: row[2] };
}
