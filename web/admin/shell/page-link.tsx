import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { usePage } from '../page/page-context.js';
import { addressOf } from './route.js';

interface PageLinkProps {
  readonly to: string;
  /** For whoever hears the page, where what is shown says too little by itself; it begins with that. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link to another page of the console: opened in place, or in a new tab as the browser does it. */
export function PageLink({ to, label, children }: PageLinkProps) {
  const { go } = usePage();
  return (
    <Link
      href={addressOf(to)}
      {...(label !== undefined && { ariaLabel: label })}
      onFollow={(event) => {
        const { ctrlKey, metaKey, shiftKey, button } = event.detail as {
          ctrlKey?: boolean;
          metaKey?: boolean;
          shiftKey?: boolean;
          button?: number;
        };
        if (ctrlKey || metaKey || shiftKey || button === 1) return;
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </Link>
  );
}
