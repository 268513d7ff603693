import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page-context.js';

interface HeadingProps {
  readonly children: ComponentChildren;
  /** Whether something else stood at this address before. */
  readonly hasChanged?: boolean;
}

/** The heading of a page; whoever came here from another one, by keyboard or by ear, goes on from it. */
export function Heading({ children, hasChanged = false }: HeadingProps) {
  const { hasMoved } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved || hasChanged) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}
