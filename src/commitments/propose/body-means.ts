import { memberNames } from "./body-members.ts";
import { bodyBefore, bodyIn } from "./body-names.ts";
import type { Told } from "./body-told.ts";

const staffs =
  /\b(?:shall |will )?(?:staffs?|(?:provides?|supplies|supply|seconds?|contributes?) (?:the )?(?:\w+ )?(?:personnel|staff|observers|monitors|troops|experts|inspectors) (?:for|to|of)) (?=the|it\b|this)/i;

const pays =
  /\b(?:shall |will )?(?:pays? for|funds?|finances?|(?:pays?|bears?|meets?|covers?|shares?|defrays?) (?:the |all |its |one half of its |one half of the )?(?:\w+ )?(?:costs?|expenses|budget)(?: of)?)\b ?/i;

const passiveMeans =
  /\b(?:is|are|shall be|will be) (?<how>staffed|manned|funded|financed|paid(?: for)?|borne|met|covered|shared)(?: and (?<also>staffed|funded|financed|paid))?(?: equally| jointly)? by (?<who>[^,.;]+)/i;

const sentBy =
  /\b(?:shall |will )?(?:consists? of|comprises?|be composed of|is composed of) [^.;]{0,60}?\b(?:observers|monitors|personnel|troops|inspectors|experts|officers|staff) (?:provided|contributed|seconded|supplied|made available) by (?:the )?(?:states of |governments of )?(?<who>[^.;]+)/i;

/** Who staffs a body and who pays for it. */
export function manned(text: string): readonly Told[] {
  const passive = passiveMeans.exec(text);
  if (passive !== null) {
    const body = bodyBefore(text, passive.index) ?? (/\bits (?:costs?|expenses|budget)\b/i.test(text) ? "it" : null);
    const who = memberNames(passive.groups?.["who"] ?? "");
    const how = `${passive.groups?.["how"] ?? ""} ${passive.groups?.["also"] ?? ""}`;
    if (body === null || who.length === 0) return [];

    return [
      {
        says: {
          body,
          ...(/staffed|manned/i.test(how) ? { staffedBy: who } : {}),
          ...(/funded|financed|paid|borne|met|covered|shared/i.test(how) ? { paidBy: who } : {}),
        },
        silences: false,
      },
    ];
  }
  const sent = sentBy.exec(text);
  const host = sent === null ? null : bodyBefore(text, sent.index);
  const senders = memberNames(sent?.groups?.["who"] ?? "");
  if (host !== null && senders.length > 0) return [{ says: { body: host, staffedBy: senders }, silences: true }];
  const found: Told[] = [];
  const staff = staffs.exec(text);
  const subject =
    /^([^,;]{2,80}?)\s+(?:shall|will|staffs?|funds?|finances?|pays?|bears?|provides?)\b/i.exec(text)?.[1] ?? "";
  const who = memberNames(subject);
  if (who.length === 0) return [];
  let body: string | null = null;
  if (staff !== null) {
    body = bodyIn(text.slice(staff.index + staff[0].length));
    if (body !== null) found.push({ says: { body, staffedBy: who }, silences: false });
  }
  const pay = pays.exec(text);
  if (pay !== null && pay.index > 0) {
    const paid = /\bits\b/i.test(pay[0]) ? (body ?? "it") : bodyIn(text.slice(pay.index + pay[0].length));
    const other = /\band ([^,;]{2,40}?) (?:shall |will )?(?:pays?|bears?|funds?)/i.exec(text)?.[1];
    const otherNames = other === undefined ? [] : memberNames(other.replace(/\b(?:shall|will)\s*$/i, ""));
    if (paid !== null)
      found.push({ says: { body: paid, paidBy: otherNames.length > 0 ? otherNames : who }, silences: false });
  }

  return found;
}
