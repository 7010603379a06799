import { useEffect } from "react";
import type { Draft } from "../text/index.ts";
import { runningWords } from "../wire/index.ts";
import { draftTitle, today } from "./say.ts";

/** What stands at the head and foot of every printed page: title, draft, hash, day. The style sheet puts it there. */
export function useRunningHead(draft: Draft | null, sha256: string | null, isRevised: boolean): void {
  useEffect(() => {
    const write = (): void => {
      const title = draft?.title ?? "";
      const name = draft === null ? "" : `${draftTitle(draft.name)}${isRevised ? ", revised" : ""}`;
      const words = runningWords({ title, draft: name, sha256, printedOn: today() });
      for (const [property, value] of Object.entries(words))
        document.documentElement.style.setProperty(property, value);
    };
    write();
    addEventListener("beforeprint", write);
    return () => removeEventListener("beforeprint", write);
  }, [draft, sha256, isRevised]);
}
