import { useEffect, useId, useState, type ReactNode } from "react";

type Props = {
  readonly name: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: (close: () => void) => ReactNode;
};

/** A dialog over the page. The browser keeps the focus in it, closes it on Esc, and gives the focus back. */
export function Over({ name, className, onClose, children }: Props) {
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null);
  const heading = useId();
  useEffect(() => dialog?.showModal(), [dialog]);

  return (
    <dialog ref={setDialog} className={className} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading} className={className === "palette" ? "vh" : undefined}>
        {name}
      </h2>
      {children(() => dialog?.close())}
    </dialog>
  );
}
