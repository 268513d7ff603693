import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context.js';

/** The heading of a page; whoever came here from another one, by keyboard or by ear, goes on from it. */
export function Heading({ children }: { children: ComponentChildren }) {
  const { hasMoved } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
