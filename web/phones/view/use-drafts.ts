import { useState } from 'preact/hooks';

/** The unsent words on each phone, by number. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  const write = (phone: string, body: string) => setDrafts((before) => ({ ...before, [phone]: body }));
  return { drafts, write };
}
