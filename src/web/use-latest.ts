import { useCallback, useLayoutEffect, useRef } from "react";

/** Asks for a value as it was at the last drawing, for handlers that must stay the same from one drawing to the next. */
export function useLatest<Value>(value: Value): () => Value {
  const ref = useRef(value);
  useLayoutEffect(() => {
    ref.current = value;
  });

  return useCallback(() => ref.current, []);
}
