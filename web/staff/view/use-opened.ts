import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerOf } from '../../../contracts/route.js';
import { isObject, textOf } from '../../json.js';
import type { Problem } from '../../problem.js';
import { isWorthRetrying } from '../../reply.js';
import { usePage } from '../page-context.js';
import type { Openable } from '../staff-api.js';

/** How opening something stands. */
export type Opened<T> =
  | { readonly name: 'loading' | 'unreachable' }
  | {
      readonly name: 'open';
      readonly value: T;
      /** Set where there is no network: as it was then (epoch milliseconds). */
      readonly asOf?: number;
    }
  | { readonly name: 'over'; readonly problem: Problem };

/** Each of them says it. */
const timeZoneIn = (opened: unknown): string | undefined =>
  isObject(opened) && isObject(opened['town']) ? textOf(opened['town']['timeZone']) : undefined;

/**
 * The content of an address, in the page's language; looked up again by `retry`. Without a network it is shown as it
 * was opened the last time, if it ever was.
 */
export function useOpened<R extends Openable>(
  route: R,
  address: string,
): { opened: Opened<AnswerOf<R>>; retry: () => void } {
  const { api, language, onTimeZone } = usePage();
  const [opened, setOpened] = useState<Opened<AnswerOf<R>>>({ name: 'loading' });
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const look = async (): Promise<void> => {
    const turn = ++newest.current;
    const reply = await api.open(route, address, language);
    if (turn !== newest.current) return;
    if (reply.kind === 'answer') {
      const timeZone = timeZoneIn(reply.value);
      if (timeZone !== undefined) onTimeZone(timeZone);
      return setOpened({ name: 'open', value: reply.value });
    }
    if (reply.kind === 'problem' && !isWorthRetrying(reply))
      return setOpened({ name: 'over', problem: reply.problem });
    const before = api.before(route, address);
    setOpened(before ? { name: 'open', value: before.value, asOf: before.at } : { name: 'unreachable' });
  };
  useEffect(() => void look(), [address, language, round]);
  return { opened, retry: () => setRound(round + 1) };
}
