import type { FlashbarProps } from '@cloudscape-design/components/flashbar';
import { useCallback, useState } from 'react';

/** Tells what became of something. */
export type Notify = (type: 'success' | 'error' | 'info', content: string) => void;

let count = 0;

/** The messages above the page, newest first; each stays until it is dismissed. */
export function useNotices(dismissLabel: string): {
  readonly items: readonly FlashbarProps.MessageDefinition[];
  readonly notify: Notify;
} {
  const [shown, setShown] = useState<readonly FlashbarProps.MessageDefinition[]>([]);
  const items = shown.map((item) => ({ ...item, dismissLabel }));
  const notify = useCallback<Notify>((type, content) => {
    count += 1;
    const id = String(count);
    const onDismiss = () => setShown((all) => all.filter((item) => item.id !== id));
    setShown((all) => [{ id, type, content, dismissible: true, onDismiss }, ...all].slice(0, 4));
  }, []);
  return { items, notify };
}
