import type { ComponentChildren } from 'preact';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';

export interface PageLinkProps {
  readonly href: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link to another page of the app, which opens without loading anything. */
export function PageLink({ href, current = false, children }: PageLinkProps) {
  const { go } = usePage();
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={ofTown(href, location.search)} aria-current={current ? 'page' : undefined} onClick={onClick}>
      {children}
    </a>
  );
}
