import type { Opened } from "./opened.ts";

/** Whose data this is and who sees it, in words, on every screen. */
export function Band({ opened }: { readonly opened: Opened | null }) {
  if (opened === null) return <span>Nothing leaves this machine.</span>;
  if (opened.kind !== "process")
    return (
      <span>
        <b>Seen by you alone.</b> Read in this browser, kept in this tab. Nothing leaves this machine.
      </span>
    );
  const isExample = opened.note !== null && /illustrative/i.test(opened.note);

  return (
    <>
      <span>
        <b>Seen on this machine only.</b>{" "}
        {opened.parties.map(({ id, name }, place) => (
          <span key={id} className={`party p${place % 8}`} title={name}>
            {id}{" "}
          </span>
        ))}
        {!isExample && "Nothing leaves this machine."}
      </span>
      <span className="end">
        {isExample
          ? "Example data. Illustrative: not any party’s text or position. Nothing leaves this machine."
          : (opened.note ?? "")}
      </span>
    </>
  );
}
