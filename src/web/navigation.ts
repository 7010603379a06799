import { useEffect } from "react";
import type { Draft } from "../text/index.ts";
import { alikeFindings } from "../wire/index.ts";
import type { Address } from "./address.ts";
import type { Checked } from "./analysis.ts";
import { findingsByProvision, provisionNamed } from "./by-provision.ts";
import { draftNamed, type Opened } from "./opened.ts";
import { draftTitle } from "./say.ts";
import { useLatest } from "./use-latest.ts";

/** Why the address does not show what it names, in words; `null` where it does. */
export function missingPlace(
  address: Address,
  opened: Opened | null,
  draft: Draft | null,
  checked: Checked | null,
): string | null {
  if (opened === null || draft === null) return null;
  if (address.draft !== null && draftNamed(opened, address.draft) === null)
    return `There is no draft “${address.draft}” here. ${draftTitle(draft.name)} is shown.`;
  if (address.at === null) return null;
  if (address.screen === "text" && provisionNamed(draft, address.at) === null)
    return `There is no provision “${address.at}” in ${draftTitle(draft.name)}.`;
  if (address.screen !== "text" && checked?.commitments.some(({ id }) => id === address.at) === false)
    return `There is no commitment “${address.at}” under these choices and this reading.`;

  return null;
}

/** What `j` and `k` walk through. */
export function placesOf(address: Address, draft: Draft | null): readonly string[] {
  if (address.screen === "text")
    return (draft?.provisions ?? [])
      .filter(({ words, kind }) => words.trim() !== "" || (kind !== "part" && kind !== "chapter"))
      .map(({ label }) => label);

  return [...document.querySelectorAll(".matrix th[scope=row] a, .schedule th[scope=row] a")].map(({ id }) =>
    id.slice("row ".length),
  );
}

/** The finding after or before the open one, in the order of the text. */
export function nextFinding(
  address: Address,
  draft: Draft,
  { report }: Checked,
  by: 1 | -1,
): { at: string; finding: string } | null {
  const isText = address.screen === "text";
  const { at } = findingsByProvision(draft, report.findings);
  const all = isText
    ? draft.provisions.flatMap(({ index, label }) =>
        alikeFindings(at.get(index) ?? []).map(({ ids }) => ({ at: label, ids })),
      )
    : alikeFindings(report.findings).flatMap(({ finding: { commitments }, ids }) =>
        commitments[0] === undefined ? [] : [{ at: commitments[0], ids }],
      );
  const now = all.findIndex(({ ids }) => address.finding !== null && ids.includes(address.finding));
  const fromHere = all.findIndex(({ at }) => at === address.at);

  const next = all[now === -1 ? Math.max(0, fromHere) : Math.min(all.length - 1, Math.max(0, now + by))];

  return next?.ids[0] === undefined ? null : { at: next.at, finding: next.ids[0] };
}

/** Puts the focus on a provision's number or a commitment's row once it is drawn; `toTop` where much stands beside it. */
export function focusSoon(at: string | null, draft: Draft | null, toTop = false): void {
  requestAnimationFrame(() => {
    if (at === null) return;
    const row = document.getElementById(`row ${at}`);
    const provision = draft === null ? null : provisionNamed(draft, at);
    const section = provision === null ? null : document.getElementById(provision.id);
    const target = row ?? section?.querySelector<HTMLElement>(".prov-no a") ?? section;
    target?.focus({ preventScroll: true });
    (row ?? (provision === null ? null : wordsOf(provision.id)))?.scrollIntoView({
      block: toTop ? "start" : "nearest",
    });
  });
}

/** The box of a provision's words; its section has none of its own while the point is selected. */
function wordsOf(id: string): Element | null {
  const section = document.getElementById(id);

  return section?.querySelector(".prov-body") ?? section;
}

const screenNames: Readonly<Record<Address["screen"], string>> = {
  text: "Text",
  verification: "Verification",
  schedule: "Schedule",
};

export function useTitle(draft: Draft | null, address: Address, opened: Opened | null): void {
  const screen = screenNames[address.screen];
  const title = draft?.title ?? opened?.title ?? "";
  useEffect(() => {
    document.title = `${screen}${title === "" ? "" : ` · ${title}`} · Servanda`;
  }, [screen, title]);
}

/** Brings the provision of a link into view, once the text stands and whenever another link is followed. */
export function useScroll(draft: Draft | null, address: Address): void {
  const isThere = draft !== null;
  const latest = useLatest(draft);
  useEffect(() => {
    const present = isThere ? latest() : null;
    const at = present === null || address.screen !== "text" ? null : provisionNamed(present, address.at);
    if (at === null) return;
    const scroll = (): void => wordsOf(at.id)?.scrollIntoView({ block: "nearest" });
    scroll();
    requestAnimationFrame(scroll);
  }, [latest, isThere, address.at, address.screen]);
}
