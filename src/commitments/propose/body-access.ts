import type { Span } from "../../text/index.ts";
import { bodyBefore, bodyIn, receivingBody } from "./body-names.ts";
import type { Told } from "./body-told.ts";
import { consentIn } from "./consents.ts";
import type { Passage } from "./passage.ts";

const hasAccess =
  /\b(?:shall |will |must )?(?:have|has|enjoy|enjoys|be (?:given|granted|guaranteed|afforded|allowed)|is (?:given|granted))\b[^.;]{0,80}?\b(?:access|freedom of movement|entry)\b/i;

const givesAccess =
  /\b(?:shall|will|must|undertakes? to)\b[^.;]{0,60}?\b(?:grant|give|allow|guarantee|ensure|provide|permit|afford|facilitate)\b/i;

const mayEnter =
  /\b(?:may|shall be (?:entitled|free|allowed) to|has the right to|is entitled to) (?:freely )?(?:enter|visit|inspect|access|move)\b/i;

/** Whether a body may enter, and by whose leave. A duty of the watched to open its doors leaves the leave unsaid. */
export function admitted(passage: Passage, span: Span, text: string): readonly Told[] {
  const isAbout = /\b(?:access|freedom of movement|enter|entry|visit|inspect|move freely)\b/i.test(text);
  if (!isAbout) return [];
  const own = hasAccess.exec(text) ?? mayEnter.exec(text);
  const body = own === null ? null : bodyBefore(text, own.index);
  const given = body === null ? givesAccess.exec(text) : null;
  const named =
    given === null ? null : (bodyIn(text.slice(given.index + given[0].length).trim()) ?? receivingBody(text));
  const who = body ?? named;
  if (who === null || (/^(?:it|they)$/i.test(who) && own === null)) return [];
  const consent = consentIn(passage, span);
  const isAsked = consent !== null && !consent.without;
  const isFree =
    consent !== null
      ? consent.without
      : own !== null ||
          /\b(?:at any (?:time|hour)|unhindered|unimpeded|unrestricted|unconditional|without (?:prior )?(?:notice|hindrance|restriction|permission|delay))\b/i.test(
            text,
          )
        ? true
        : null;

  return [
    {
      says: {
        body: who,
        access: { isFree: isAsked ? false : isFree, consentOf: isAsked ? (consent.value ?? []) : [] },
      },
      silences: false,
    },
  ];
}
