import { useEffect, useRef, useState } from "react";
import type { Provision } from "../text/index.ts";
import { useLatest } from "./use-latest.ts";

/** A provision under edit: the source before it and after it, which stay, and its words when the edit began. */
export type Editing = {
  readonly provision: string;
  readonly before: string;
  readonly words: string;
  readonly after: string;
};

type Props = {
  readonly provision: Provision;
  readonly editing: Editing;
  readonly onWords: (words: string) => void;
  readonly onEdit: (provision: Provision | null) => void;
};

/** Milliseconds of rest in typing after which the words are read and checked again. */
const rest = 120;

/** The provision's source in a plain field; what is typed is checked as soon as the hands rest. */
export function EditBox({ provision, editing, onWords, onEdit }: Props) {
  const [words, setWords] = useState(editing.words);
  const told = useRef(editing.words);
  const field = useRef<HTMLTextAreaElement>(null);
  const tell = useLatest(onWords);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.closest(".edit-box")?.scrollIntoView({ block: "nearest" });
  }, []);
  useEffect(() => {
    if (words === told.current) return;
    const timer = setTimeout(() => {
      told.current = words;
      tell()(words);
    }, rest);
    return () => clearTimeout(timer);
  }, [tell, words]);

  const done = (): void => {
    if (words !== told.current) onWords(words);
    onEdit(null);
  };

  return (
    <div className="edit-box">
      <textarea
        ref={field}
        className="field"
        aria-label={`Words of ${provision.label}`}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") done();
        }}
      />
      <div className="acts">
        <button type="button" className="btn first" onClick={done}>
          Done
        </button>
        <button
          type="button"
          className="btn"
          disabled={words === editing.words}
          onClick={() => {
            setWords(editing.words);
            told.current = editing.words;
            onWords(editing.words);
            onEdit(null);
          }}
        >
          Take back
        </button>
        <span className="small soft">Checked as you type. Square brackets hold options: [one][other].</span>
      </div>
    </div>
  );
}
