import { Over } from "./Over.tsx";

type Props = { readonly on: boolean; readonly onSwitch: (on: boolean) => void; readonly onClose: () => void };

const keys: readonly (readonly [string, string])[] = [
  ["Ctrl K", "go to a provision or a finding, or do something"],
  ["/", "search"],
  ["j, k", "next, previous provision or commitment"],
  ["], [", "next, previous finding"],
  ["e", "edit the selected provision"],
  ["g t, g v, g s", "text, verification, schedule"],
  ["Alt 1, 2, 3", "clean, bracketed, by party"],
  ["u, Ctrl Z", "undo"],
  ["Enter, Esc", "open, close"],
  ["?", "these keys"],
];

export function KeysDialog({ on, onSwitch, onClose }: Props) {
  return (
    <Over name="Keys" onClose={onClose}>
      {(close) => (
        <>
          <dl className="keys-list">
            {keys.map(([key, does]) => (
              <div key={key} className="owed-row">
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="small in-dialog">
            <label>
              <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} /> Single keys
              act outside fields
            </label>
          </p>
          <div className="acts">
            <button type="button" className="btn" onClick={close}>
              Close
            </button>
          </div>
        </>
      )}
    </Over>
  );
}
