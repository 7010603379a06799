import { useState, type ClipboardEvent } from "react";
import { Over } from "./Over.tsx";

type Props = {
  /** Words that were pasted or dropped on the page, to look at before they are read. */
  readonly words: string;
  /** Why the last file could not be read, with its place. */
  readonly refusal: string | null;
  readonly onText: (words: string) => void;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
};

/** UTF-16 units from which words are put into the field whole: browsers paste thousands of lines one by one, for seconds. */
const large = 20_000;

/** Where a text of the reader's own is pasted or chosen; it stays on this machine. */
export function ReadTextDialog({ words: brought, refusal, onText, onFile, onClose }: Props) {
  const [words, setWords] = useState(brought);
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData("text/plain");
    if (pasted.length < large) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    setWords(words.slice(0, selectionStart) + pasted + words.slice(selectionEnd));
  };

  return (
    <Over name="Read another text" onClose={onClose}>
      {(close) => (
        <>
          <p>Markdown, plain text or HTML. Paste it, choose a file, or drop a file anywhere on the page.</p>
          <textarea
            className="field"
            rows={12}
            aria-label="Text"
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onPaste={paste}
          />
          <p className="small in-dialog">
            <label>
              Or a file{" "}
              <input
                type="file"
                accept=".md,.markdown,.txt,.text,.html,.htm"
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  if (file !== undefined) onFile(file);
                }}
              />
            </label>
          </p>
          {refusal !== null && (
            <p className="refusal" role="alert">
              {refusal.replace(/[.]?$/, ".")} Nothing was opened; choose a file of text, Markdown or HTML.
            </p>
          )}
          <div className="acts">
            <button type="button" className="btn first" disabled={words.trim() === ""} onClick={() => onText(words)}>
              Read it
            </button>
            <button type="button" className="btn" onClick={close}>
              Cancel
            </button>
            <span className="small soft">Nothing leaves this machine.</span>
          </div>
        </>
      )}
    </Over>
  );
}
