import type { Severity } from "../checks/index.ts";
import type { Status } from "../text/index.ts";

type Shape = Severity | Status;

/** One of the shapes that stand beside a word; never alone. Drawn on a 12 px grid in the colour of the words. */
export function Sign({ shape }: { readonly shape: Shape }) {
  return (
    <svg className={`sign ${shape}`} viewBox="0 0 12 12" aria-hidden="true">
      {drawn[shape]}
    </svg>
  );
}

const drawn: Readonly<Record<Shape, React.ReactNode>> = {
  error: <rect x="1" y="1" width="10" height="10" />,
  warning: <path d="M6 1 11.5 11H.5Z" />,
  note: <circle cx="6" cy="6" r="4" className="stroke" strokeWidth="1.5" />,
  proposed: <circle cx="6" cy="6" r="4.5" className="stroke" strokeWidth="1.2" strokeDasharray="2 2" />,
  bracketed: <path d="M4 1H1.5V11H4M8 1h2.5V11H8" className="stroke" strokeWidth="1.6" />,
  "agreed-ad-ref": (
    <>
      <circle cx="6" cy="6" r="4.5" className="stroke" strokeWidth="1.2" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9Z" />
    </>
  ),
  agreed: <circle cx="6" cy="6" r="5" />,
  withdrawn: <rect x="1" y="5.2" width="10" height="1.6" />,
  closed: (
    <>
      <circle cx="6" cy="6" r="5" className="stroke" strokeWidth="1.2" />
      <circle cx="6" cy="6" r="2" />
    </>
  ),
};

export const statusWords: Readonly<Record<Status, string>> = {
  proposed: "Proposed",
  bracketed: "Bracketed",
  "agreed-ad-ref": "Agreed ad referendum",
  agreed: "Agreed",
  withdrawn: "Withdrawn",
  closed: "Closed",
};
