import { finding } from "../rule.ts";
import type { Rule } from "../rule.ts";

/** Settlements with an outside guarantor were kept more often in the phase of implementation. Source: docs/sources.md#no-guarantee. */
export const noGuarantee: Rule = {
  name: "no-guarantee",
  family: "guarantor",
  scope: "text",
  find: (context) => {
    const { commitments, guarantees, actors } = context.reading;
    const isGuaranteed = guarantees.length > 0 || actors.some((actor) => actor.kind === "guarantor");
    if (commitments.length === 0 || isGuaranteed) return [];

    return [
      finding(context, "no-guarantee", "note", null, "Nobody outside stands behind this.", { slot: "guarantee" }),
    ];
  },
};
