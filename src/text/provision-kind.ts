import type { ProvisionKind } from "./draft.ts";
import type { Label } from "./labels.ts";
import { insideArticle, numberedParent } from "./open-numbers.ts";
import { ranks } from "./sketch.ts";
import type { Standing } from "./standing.ts";

/** What a labelled heading makes: an article, a point, a part … */
export function kindOfHeading(standing: Standing, label: Label): ProvisionKind {
  const named = kindOfKeyword(standing, label);
  if (named !== null) return named;
  if (numberedParent(standing, label) !== null) return "paragraph";
  if (label.step.style === "decimal") return insideArticle(standing) ? "paragraph" : "point";
  if (label.step.style === "upper-letter" && standsUnderNumber(standing)) return "paragraph";

  return standing.survey.pointHeadings || !standing.survey.sectionIsArticle ? "part" : "article";
}

/** What a numbered paragraph is where it stands. */
export function kindOfParagraph(standing: Standing, label: Label): ProvisionKind {
  const named = kindOfKeyword(standing, label);
  if (named !== null) return named;
  const { open, sketches } = standing;
  const inArticle = open.some((index) => {
    const { kind, rank } = sketches[index]!;
    return kind === "article" || (kind === "point" && rank === ranks.point) || kind === "annex";
  });
  if (label.step.style !== "decimal" || label.step.parentheses) return inArticle || open.length > 0 ? "item" : "point";
  if (numberedParent(standing, label) !== null) return "paragraph";
  const point = open.map((index) => sketches[index]!).find((sketch) => sketch.kind === "point");
  if (point !== undefined && !point.fromHeading && !label.step.written.includes(".")) return "point";

  return inArticle ? "paragraph" : "point";
}

/** Whether a heading with another number than a letter is open: `A. Scope` below `I. General`. */
function standsUnderNumber({ open, sketches }: Standing): boolean {
  return open.some((index) => {
    const { fromHeading, kind, step } = sketches[index]!;
    return fromHeading && kind === "article" && step !== null && step.style !== "upper-letter";
  });
}

function kindOfKeyword({ survey }: Standing, { keyword }: Label): ProvisionKind | null {
  if (keyword === "section") return survey.sectionIsArticle && !survey.pointHeadings ? "article" : "chapter";

  return keyword;
}

export function rankOf(standing: Standing, kind: ProvisionKind, label: Label): number {
  if (label.keyword === "section" && kind === "chapter") return ranks.section;
  if (kind === "paragraph") {
    if (label.step.style === "upper-letter") return ranks.article + 0.3;
    const parent = numberedParent(standing, label);
    return parent === null ? ranks.paragraph : standing.sketches[parent]!.rank + 0.01;
  }

  return kind in ranks ? ranks[kind as keyof typeof ranks] : ranks.paragraph;
}
