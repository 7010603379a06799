import { useState } from "react";
import type { Finding } from "../checks/index.ts";
import type { Draft, Provision, Status } from "../text/index.ts";
import { blocksOf, titleOf, type Block } from "./layout.ts";
import { plural } from "./say.ts";
import { Sign, statusWords } from "./Sign.tsx";

type Props = {
  readonly draft: Draft;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  /** Open brackets of a provision. */
  readonly openIn: (provision: Provision) => number;
  /** The point in which the selected provision stands. */
  readonly now: Provision | null;
  readonly hrefOf: (label: string) => string;
};

type Point = Extract<Block, { readonly kind: "point" }>;

/** The points of the text with their status, open brackets and what the checks found in each. */
export function Outline({ draft, findings, openIn, now, hrefOf }: Props) {
  const [isWide] = useState(() => matchMedia("(min-width: 64rem)").matches);
  const sections = sectionsOf(blocksOf(draft));
  const points = sections.flatMap((section) => section.points);
  const bracketed = points.filter((point) => point.rows.some((row) => openIn(row) > 0)).length;

  return (
    <nav className="outline" aria-label="Outline">
      <details className="outline-fold" open={isWide}>
        <summary>
          Outline: {points.length} entries, {bracketed} with open brackets
        </summary>
        {sections.map(({ part, points }) => (
          <section key={part?.id ?? "start"}>
            {part !== null && <h3>{titleOf(part)}</h3>}
            <ul>
              {points.map((point) => (
                <li key={point.head.id}>
                  <Entry
                    point={point}
                    open={point.rows.reduce((sum, row) => sum + openIn(row), 0)}
                    found={point.rows.flatMap(({ index }) => findings.get(index) ?? [])}
                    isNow={point.head.id === now?.id}
                    href={hrefOf(point.head.label)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </details>
    </nav>
  );
}

function Entry({
  point,
  open,
  found,
  isNow,
  href,
}: {
  readonly point: Point;
  readonly open: number;
  readonly found: readonly Finding[];
  readonly isNow: boolean;
  readonly href: string;
}) {
  const { head } = point;
  const status: Status = head.status === "proposed" && open > 0 ? "bracketed" : head.status;
  const errors = found.filter(({ severity }) => severity === "error").length;
  const warnings = found.filter(({ severity }) => severity === "warning").length;
  const isNamed = head.kind === "preamble" || head.kind === "signatures" || head.label.startsWith("¶");

  return (
    <a className={status === "withdrawn" ? "gone" : undefined} href={href} aria-current={isNow ? "true" : undefined}>
      <Sign shape={status} />
      <span className="n">{isNamed ? "" : head.label.replace(/^Annex /, "")}</span>
      <span className="t">{titleOf(head)}</span>
      <span className="vh">, {statusWords[status]}</span>
      <span className="c">
        {open > 0 && (
          <>
            <span aria-hidden="true">[{open}]</span>
            <span className="vh">, {open} open</span>
          </>
        )}
        {errors > 0 && (
          <>
            <Sign shape="error" />
            <span className="vh">, {plural(errors, "error")}</span>
          </>
        )}
        {errors === 0 && warnings > 0 && (
          <>
            <Sign shape="warning" />
            <span className="vh">, {plural(warnings, "warning")}</span>
          </>
        )}
      </span>
    </a>
  );
}

function sectionsOf(blocks: readonly Block[]): { readonly part: Provision | null; readonly points: Point[] }[] {
  const sections: { part: Provision | null; points: Point[] }[] = [{ part: null, points: [] }];
  for (const block of blocks)
    if (block.kind === "part") sections.push({ part: block.provision, points: [] });
    else sections.at(-1)?.points.push(block);

  return sections.filter(({ part, points }) => part !== null || points.length > 0);
}
