import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import { isWorthRetrying, type Reply } from '../../reply.js';
import { usePage } from '../page-context.js';

/** How opening what a link leads to stands. */
export type Opened<T> =
  | { readonly name: 'loading' | 'unreachable' }
  | { readonly name: 'open'; readonly value: T }
  | { readonly name: 'over'; readonly problem: Problem };

/** What a signed link opens, in the page's language; looked up again by `retry`. */
export function useOpened<T>(
  link: string,
  read: () => Promise<Reply<T>>,
): { opened: Opened<T>; retry: () => void } {
  const { language } = usePage();
  const [opened, setOpened] = useState<Opened<T>>({ name: 'loading' });
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const look = async (): Promise<void> => {
    const turn = ++newest.current;
    const reply = await read();
    if (turn !== newest.current) return;
    if (reply.kind === 'answer') return setOpened({ name: 'open', value: reply.value });
    if (reply.kind === 'problem' && !isWorthRetrying(reply))
      return setOpened({ name: 'over', problem: reply.problem });
    // What was read once stays on the page when the network goes.
    setOpened((before) => (before.name === 'open' ? before : { name: 'unreachable' }));
  };
  useEffect(() => void look(), [link, language, round]);
  return { opened, retry: () => setRound(round + 1) };
}
