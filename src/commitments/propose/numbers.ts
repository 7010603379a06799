/** Number words of English up to the sizes that deadlines use. */
const units =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals: Readonly<Record<string, number>> = {
  thirtieth: 30,
  sixtieth: 60,
  ninetieth: 90,
  ...Object.fromEntries(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
      .split(" ")
      .map((word, index) => [word, index + 1]),
  ),
};

const unitWords = units.slice(1).join("|");
const tensWords = tens.join("|");

/** Pattern of a cardinal number below 10,000 (the end of a greater one is none), digits or words, with the figure that may follow in parentheses: "thirty (30)". */
export const cardinal = `(?:(?<!\\d|\\d[.,])\\d{1,4}|(?:one |a )?hundred(?: and)?(?: (?:${tensWords})(?:[- ](?:${unitWords}))?| (?:${unitWords}))?|(?:${tensWords})(?:[- ](?:${unitWords}))?|${unitWords}|an?)(?: ?\\(\\d{1,4}\\))?`;

/** Pattern of an ordinal: "14th", "fourteenth". */
export const ordinal = `(?:\\d{1,3}(?:st|nd|rd|th)|${Object.keys(ordinals).join("|")})`;

/** The value of what `cardinal` or `ordinal` matched, or `null` where the words and the figure beside them differ. */
export function numberOf(words: string): number | null {
  const text = words.toLowerCase().trim();
  const figure = /\((\d{1,4})\)$/.exec(text);
  const spoken = figure === null ? text : text.slice(0, figure.index).trim();
  const value = spokenNumber(spoken);
  if (figure === null || value === null) return value;

  return value === Number(figure[1]) ? value : null;
}

function spokenNumber(text: string): number | null {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(text);
  if (digits !== null) return Number(digits[1]);
  if (ordinals[text] !== undefined) return ordinals[text] ?? null;
  let sum = 0;
  for (const word of text.split(/[\s-]+/)) {
    if (word === "and") continue;
    if (word === "hundred") sum = Math.max(sum, 1) * 100;
    else if (word === "a" || word === "an") sum += 1;
    else if (tens.includes(word)) sum += 20 + tens.indexOf(word) * 10;
    else if (units.includes(word)) sum += units.indexOf(word);
    else return null;
  }

  return sum;
}
