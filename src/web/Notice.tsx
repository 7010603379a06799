import { useEffect, useRef, useState } from "react";

type Work = {
  /** What is being done, in words with numbers; `null` where nothing is. */
  readonly busy: string | null;
  /** What is shown meanwhile was found in the words before the last change. */
  readonly isOld: boolean;
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly resume: () => void;
};

type Props = {
  /** What was just done and can be undone. */
  readonly says: string | null;
  readonly work: Work;
  readonly onUndo: () => void;
  readonly onClose: () => void;
};

/** One line at the foot of the window: long work that can be stopped, or what was just done and can be undone. */
export function Notice({ says, work, onUndo, onClose }: Props) {
  const isLong = useLong(work.busy !== null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (says === null) return;
    const timer = setInterval(() => {
      if (bar.current?.matches(":hover, :focus-within") !== true) onClose();
    }, staysFor);
    return () => clearInterval(timer);
  }, [says, onClose]);

  return (
    <div ref={bar} className="notice" role="status">
      {work.isStopped ? (
        <>
          Stopped: the text was not checked to the end.
          <button type="button" onClick={work.resume}>
            Check it now
          </button>
        </>
      ) : isLong ? (
        <>
          {work.busy}.{work.isOld && " The findings shown belong to the words before the last change."}
          <button type="button" onClick={work.stop}>
            Stop
          </button>
        </>
      ) : (
        says !== null && (
          <>
            {says}
            <button type="button" onClick={onUndo}>
              Undo
            </button>
            <button type="button" onClick={onClose}>
              Close
            </button>
          </>
        )
      )}
    </div>
  );
}

/** Milliseconds for which a notice stays, and longer while somebody is at it; undo stays in the head of the page. */
const staysFor = 10_000;

/** Milliseconds of work after which it is spoken of. */
const patience = 1000;

function useLong(isBusy: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isBusy) return;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isBusy]);

  return isLong && isBusy;
}
