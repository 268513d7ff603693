import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { usePage } from '../page/page-context.js';
import { addressOf } from './route.js';

/** A link to another page of the console: opened in place, or in a new tab as the browser does it. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  const { go } = usePage();
  return (
    <Link
      href={addressOf(to)}
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
