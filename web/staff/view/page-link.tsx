import type { ComponentChildren } from 'preact';
import { usePage } from '../page-context.js';

interface PageLinkProps {
  /** A signed link, or an address of the staff's. */
  readonly to: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** Leads to another page of the staff without loading this one anew; opened elsewhere it is a link like any other. */
export function PageLink({ to, class: looks, children }: PageLinkProps) {
  const { go } = usePage();
  const onClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={to} class={looks} onClick={onClick}>
      {children}
    </a>
  );
}
