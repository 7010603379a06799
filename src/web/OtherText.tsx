import { useEffect, useRef, useState } from "react";

type Props = {
  readonly refusal: string | null;
  readonly onText: (words: string) => void;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
};

/** Where a text of the reader's own is pasted or chosen; it stays on this machine. */
export function OtherText({ refusal, onText, onFile, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [words, setWords] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-labelledby="other-text" onClose={onClose}>
      <h2 id="other-text">Read another text</h2>
      <p>Paste Markdown, plain text or HTML, or drop a file anywhere on the page. Nothing leaves this machine.</p>
      <textarea
        className="field"
        rows={12}
        aria-label="Text"
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="small">
        <label>
          Or a file:{" "}
          <input
            type="file"
            accept=".md,.txt,.html,.htm,.markdown"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) onFile(file);
            }}
          />
        </label>
      </p>
      {refusal !== null && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="acts">
        <button type="button" className="btn first" disabled={words.trim() === ""} onClick={() => onText(words)}>
          Read it
        </button>
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}

const keys: readonly (readonly [string, string])[] = [
  ["j, k", "next, previous provision or commitment"],
  ["/", "search in the text"],
  ["g t, g v", "text, verification"],
  ["u", "undo the last edit"],
  ["Esc", "close"],
  ["?", "these keys"],
];

export function Keys({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog ref={dialog} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">Keys</h2>
      <dl className="keys-list">
        {keys.map(([key, does]) => (
          <div key={key} style={{ display: "contents" }}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="acts">
        <button type="button" className="btn" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </div>
    </dialog>
  );
}
