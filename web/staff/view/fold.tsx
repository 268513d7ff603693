import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface FoldProps {
  readonly heading: ComponentChildren;
  readonly class?: string;
  /** Whether there is something to be seen at once; what was opened is closed by its reader alone. */
  readonly isOpen?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** What is seldom needed, behind a line. */
export function Fold({ heading, class: name, isOpen = false, children }: FoldProps) {
  const wasOpened = useRef(isOpen);
  wasOpened.current ||= isOpen;
  return (
    <details class={name} open={wasOpened.current || undefined}>
      <summary>{heading}</summary>
      {children}
    </details>
  );
}
