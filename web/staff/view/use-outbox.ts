import { useEffect, useState } from 'preact/hooks';
import type { Outbox } from '../outbox.js';
import { usePage } from '../page-context.js';

/** The outbox, drawn again whenever something in it changes. */
export function useOutbox(): Outbox {
  const { outbox } = usePage();
  const [, setChanges] = useState(0);
  useEffect(() => outbox.watch(() => setChanges((count) => count + 1)), [outbox]);
  return outbox;
}
