import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface FoldProps {
  readonly heading: ComponentChildren;
  readonly class?: string;
  /** What there is to be seen at once; it opens for each other one, and is closed by its reader alone. */
  readonly opensFor?: unknown;
  readonly children: ComponentChildren;
}

/** What is seldom needed, behind a line. */
export function Fold({ heading, class: name, opensFor, children }: FoldProps) {
  const fold = useRef<HTMLDetailsElement>(null);
  // Not an attribute: one that was drawn before is not drawn again, although its reader has closed the fold since.
  useLayoutEffect(() => {
    if (opensFor && fold.current) fold.current.open = true;
  }, [opensFor]);
  return (
    <details class={name} ref={fold}>
      <summary>{heading}</summary>
      {children}
    </details>
  );
}
