import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import { isWorthRetrying } from '../../reply.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';

/** How opening an ask stands. */
export type OpenedAsk =
  | { readonly name: 'loading' | 'unreachable' }
  | { readonly name: 'open'; readonly ask: Ask }
  | { readonly name: 'over'; readonly problem: Problem };

/** The ask behind a signed link, in the page's language; looked up again by `retry`. */
export function useAsk(link: string): { opened: OpenedAsk; retry: () => void } {
  const { api, language } = usePage();
  const [opened, setOpened] = useState<OpenedAsk>({ name: 'loading' });
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const look = async (): Promise<void> => {
    const turn = ++newest.current;
    const reply = await api.ask(link, language);
    if (turn !== newest.current) return;
    if (reply.kind === 'answer') return setOpened({ name: 'open', ask: reply.value });
    if (reply.kind === 'problem' && !isWorthRetrying(reply))
      return setOpened({ name: 'over', problem: reply.problem });
    // What was read once stays on the page when the network goes.
    setOpened((before) => (before.name === 'open' ? before : { name: 'unreachable' }));
  };
  useEffect(() => void look(), [link, language, round]);
  return { opened, retry: () => setRound(round + 1) };
}
