import { memo, useCallback, useMemo, type CSSProperties } from "react";
import type { Finding, Repair } from "../checks/index.ts";
import type { Commitment } from "../commitments/index.ts";
import type { Draft, Provision } from "../text/index.ts";
import { printAddress, type Address } from "./address.ts";
import { readerOf, type Checked } from "./analysis.ts";
import { commitmentsByProvision, findingsByProvision, openByProvision, provisionNamed } from "./by-provision.ts";
import type { Editing } from "./EditBox.tsx";
import { blocksOf, remarksOf, titleOf, type Block } from "./layout.ts";
import type { Party } from "./opened.ts";
import { Outline } from "./Outline.tsx";
import { provisionAt } from "./placed.ts";
import { ProvisionRow, type RowProps } from "./ProvisionRow.tsx";
import { TextHead } from "./TextHead.tsx";

export type TextProps = {
  readonly draft: Draft;
  /** The text as opened, `null` where nothing was changed. */
  readonly original: Draft | null;
  /** Of the draft's bytes, in hex; `null` where it is not known. */
  readonly sha256: string | null;
  readonly checked: Checked | null;
  readonly parties: readonly Party[];
  readonly address: Address;
  /** Open brackets of the draft before this one, to stand beside the number. */
  readonly before: { readonly name: string; readonly groups: number } | null;
  readonly editing: Editing | null;
  readonly onAddress: (change: Partial<Address>) => void;
  readonly onChoose: (group: string, option: string | null) => void;
  readonly onEdit: (provision: Provision | null) => void;
  readonly onWords: (words: string) => void;
  readonly onMend: (repair: Repair, label: string) => void;
};

type Point = Extract<Block, { readonly kind: "point" }>;
const none: readonly never[] = [];
/** Provisions beyond which what is off the screen is not laid out. */
const long = 300;

/** The text, provision by provision: outline, words with their brackets, and what the checks say beside each sentence. */
export function TextScreen(props: TextProps) {
  const { draft, original, checked, address, editing, onAddress } = props;
  const { at: findings, whole } = useMemo(
    () => findingsByProvision(draft, checked?.report.findings ?? []),
    [draft, checked],
  );
  const commitments = useMemo(() => commitmentsByProvision(draft, checked?.commitments ?? []), [draft, checked]);
  const open = useMemo(() => openByProvision(draft, address.choices), [draft, address.choices]);
  const remarks = useMemo(() => remarksOf(draft), [draft]);
  const revised = useMemo(() => revisedIn(draft, original), [draft, original]);
  const edited = editing === null ? null : provisionAt(draft, editing.before.length);
  const now = provisionNamed(draft, address.at);
  const blocks = blocksOf(draft);
  const nowPoint = blocks.find(
    (block): block is Point => block.kind === "point" && now !== null && block.rows.includes(now),
  );
  const shown = useMemo(() => found(blocks, address.search), [blocks, address.search]);
  const base = useMemo(() => ({ ...address, at: null, finding: null }), [address]);
  const link = printAddress({ ...base, screen: "text", at: "…" });
  const hrefOf = useCallback((label: string) => link.replace("%E2%80%A6", encodeURIComponent(label)), [link]);
  const onSelect = useCallback((label: string) => onAddress({ at: label }), [onAddress]);
  const onFinding = useCallback(
    (id: string | null, label: string) => onAddress({ finding: id, at: label }),
    [onAddress],
  );

  return (
    <div className={`text-page${draft.provisions.length > long ? " long" : ""}`}>
      <Outline
        draft={draft}
        findings={findings}
        openIn={({ index }) => open.get(index) ?? 0}
        now={nowPoint?.head ?? null}
        hrefOf={hrefOf}
      />
      <div>
        <TextHead {...props} whole={whole} hrefOf={hrefOf} />
        {draft.provisions.length === 0 && <p className="empty in-text">This text has no provisions yet.</p>}
        {draft.provisions.length > 0 && shown.length === 0 && (
          <p className="empty in-text">No provision has these words.</p>
        )}
        {shown.map((block) =>
          block.kind === "part" ? (
            <h2 key={block.provision.id} className="part" id={block.provision.id}>
              {titleOf(block.provision)}
            </h2>
          ) : (
            <PointOf
              key={edited !== null && block.rows.includes(edited) ? "edited" : block.head.id}
              {...props}
              point={block}
              now={block === nowPoint ? now : null}
              edited={edited !== null && block.rows.includes(edited) ? edited : null}
              editing={edited !== null && block.rows.includes(edited) ? editing : null}
              finding={
                block.rows.some(({ index }) => findings.get(index)?.some(({ id }) => id === address.finding))
                  ? address.finding
                  : null
              }
              findings={findings}
              commitments={commitments}
              open={open}
              remarks={remarks}
              revised={revised}
              hrefOf={hrefOf}
              onSelect={onSelect}
              onFinding={onFinding}
            />
          ),
        )}
      </div>
    </div>
  );
}

type PointProps = Omit<TextProps, "before"> & {
  readonly point: Point;
  readonly now: Provision | null;
  readonly edited: Provision | null;
  readonly finding: string | null;
  readonly findings: ReadonlyMap<number, readonly Finding[]>;
  readonly commitments: ReadonlyMap<number, readonly Commitment[]>;
  readonly open: ReadonlyMap<number, number>;
  readonly remarks: ReadonlyMap<number, readonly string[]>;
  readonly revised: ReadonlyMap<number, string>;
} & Pick<RowProps, "hrefOf" | "onSelect" | "onFinding">;

/** A point and everything inside it. Drawn again only when something of it changed: long texts have hundreds. */
const PointOf = memo(function PointOf(props: PointProps) {
  const { point, now, edited, address, findings, commitments, open, remarks, revised } = props;
  const { head, rows } = point;
  const isGone = head.status === "withdrawn";
  // A bare head's notes stand beside the first words of its point, or with those of the provision that is selected.
  const isBare = head.words.trim() === "" && now !== head;
  const beside = isBare ? (now ?? rows[1] ?? null) : null;

  return (
    <div
      className={`prov${now === null ? "" : " now"}${isGone ? " gone" : ""}`}
      style={{ "--rows": rows.length } as CSSProperties}
    >
      {rows.map((provision) => (
        <ProvisionRow
          key={provision === edited ? "edited" : provision.id}
          {...props}
          choices={address.choices}
          view={address.view}
          party={address.party}
          provision={provision}
          head={head}
          findings={findings.get(provision.index) ?? none}
          commitments={commitments.get(provision.index) ?? none}
          remarks={remarks.get(provision.index) ?? none}
          isBare={provision === head && beside !== null}
          above={
            provision === beside
              ? {
                  provision: head,
                  findings: findings.get(head.index) ?? none,
                  remarks: remarks.get(head.index) ?? none,
                }
              : null
          }
          others={provision === now ? othersIn(rows, provision, findings) : none}
          isChecked={props.checked !== null}
          reader={props.checked === null ? null : readerOf(props.checked)}
          before={revised.get(provision.index) ?? null}
          open={open.get(provision.index) ?? 0}
          isNow={provision === now}
          editing={provision === edited ? props.editing : null}
        />
      ))}
    </div>
  );
}, isSamePoint);

function othersIn(
  rows: readonly Provision[],
  now: Provision,
  findings: PointProps["findings"],
): readonly { readonly label: string; readonly findings: readonly Finding[] }[] {
  return rows.flatMap((row) => {
    const found = row === now ? none : (findings.get(row.index) ?? none);
    return found.length === 0 ? [] : [{ label: row.label, findings: found }];
  });
}

function isSamePoint(before: PointProps, after: PointProps): boolean {
  const { address: was } = before;
  const { address: is } = after;

  return (
    before.draft === after.draft &&
    before.now === after.now &&
    before.edited === after.edited &&
    before.editing === after.editing &&
    before.finding === after.finding &&
    before.parties === after.parties &&
    before.revised === after.revised &&
    before.hrefOf === after.hrefOf &&
    before.onAddress === after.onAddress &&
    before.onMend === after.onMend &&
    before.onChoose === after.onChoose &&
    before.checked === after.checked &&
    was.view === is.view &&
    was.party === is.party &&
    was.choices === is.choices
  );
}

/** Index of each provision whose words are not those of the text as opened, and the words it had. */
function revisedIn(draft: Draft, original: Draft | null): ReadonlyMap<number, string> {
  if (original === null) return new Map();
  const before = new Map(original.provisions.map((provision) => [provision.id, provision]));

  return new Map(
    draft.provisions.flatMap(({ id, index, words, heading }): [number, string][] => {
      const old = before.get(id);
      if (old !== undefined && old.words === words && old.heading === heading) return [];
      return [[index, old === undefined ? "" : old.words || (old.heading ?? "")]];
    }),
  );
}

/** The blocks in which the words stand; a part stays where one of its points does. */
function found(blocks: readonly Block[], search: string): readonly Block[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return blocks;
  const kept: Block[] = [];
  let part: Block | null = null;
  for (const block of blocks)
    if (block.kind === "part") part = block;
    else if (
      block.rows.some(({ label, heading, words }) =>
        `${label} ${heading ?? ""} ${words}`.toLowerCase().includes(wanted),
      )
    ) {
      if (part !== null) kept.push(part);
      part = null;
      kept.push(block);
    }

  return kept;
}
