import { useId, useState } from "react";
import { Over } from "./Over.tsx";

/** Something to go to or to do, found by its words. */
export type Entry = {
  readonly id: string;
  readonly words: string;
  /** What it is, or its key. */
  readonly kind: string;
  readonly act: () => void;
};

type Props = { readonly entries: readonly Entry[]; readonly onClose: () => void };

const most = 40;

/** Finds a provision, a finding or an act by a few letters; arrows choose, Enter does it. */
export function Palette({ entries, onClose }: Props) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const wanted = words.trim().toLowerCase().split(/\s+/);
  const found = entries.filter((entry) => {
    const text = `${entry.words} ${entry.kind}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  const shown = found.slice(0, most);
  const now = Math.min(at, shown.length - 1);

  return (
    <Over name="Go to, do, search" className="palette" onClose={onClose}>
      {(close) => {
        const act = (entry: Entry | undefined): void => {
          if (entry === undefined) return;
          close();
          entry.act();
        };
        return (
          <>
            <input
              role="combobox"
              aria-label="Go to, do, search"
              aria-expanded="true"
              aria-controls={list}
              aria-activedescendant={shown[now] === undefined ? undefined : `${list} ${now}`}
              placeholder="A provision, a finding, something to do"
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                setAt(0);
              }}
              onKeyDown={(event) => {
                if (event.key === "Enter") act(shown[now]);
                const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
                if (step === 0) return;
                event.preventDefault();
                const next = Math.max(0, Math.min(shown.length - 1, now + step));
                setAt(next);
                document.getElementById(`${list} ${next}`)?.scrollIntoView({ block: "nearest" });
              }}
            />
            <ul id={list} role="listbox" aria-label="Found">
              {shown.map((entry, place) => (
                <li
                  key={entry.id}
                  id={`${list} ${place}`}
                  role="option"
                  aria-selected={place === now}
                  onClick={() => act(entry)}
                >
                  <span>{entry.words}</span>
                  <span className="mute">{entry.kind}</span>
                </li>
              ))}
            </ul>
            {found.length === 0 && <p>Nothing here has these words.</p>}
            {found.length > most && <p>{found.length - most} more; go on typing.</p>}
          </>
        );
      }}
    </Over>
  );
}
