import { useEffect, useRef, useState } from 'preact/hooks';
import { trackRoute } from '../../../contracts/resident/request.js';
import { usePage } from '../page-context.js';
import { isWorthRetrying } from '../../reply.js';
import { isOver, type TrackedRequest } from '../../../contracts/resident/tracked-request.js';

/**
 * Waits between looks (milliseconds). Soon at first, as the workflow answers within seconds of a step; then seldom, for
 * the sake of prepaid phones.
 */
const WAITS = [1500, 4000, 20_000] as const;

/** How looking up a request stands. What was read once stays on the page when the network goes. */
export interface Tracked {
  readonly request?: TrackedRequest;
  readonly failure?: 'unknown' | 'unreachable';
  /** When `request` was read, epoch milliseconds. */
  readonly readAt?: number;
}

/** A request, looked up now, at times, and whenever the page comes into view. `lookOften` restarts it. */
export function useTracked(id: string, key: string): Tracked & { lookOften: () => void } {
  const { call, language, now } = usePage();
  const [tracked, setTracked] = useState<Tracked>({});
  const [round, setRound] = useState(0);
  const newest = useRef(0);
  const look = async (): Promise<void> => {
    const turn = ++newest.current;
    const reply = await call(trackRoute, { params: { id }, query: { key }, language });
    if (turn !== newest.current) return;
    if (reply.kind === 'answer') return setTracked({ request: reply.value, readAt: now() });
    const failure = isWorthRetrying(reply) ? 'unreachable' : 'unknown';
    setTracked((before) => ({ ...before, failure }));
  };
  const over = tracked.failure === 'unknown' || (tracked.request !== undefined && isOver(tracked.request));
  useEffect(() => void look(), [id, key, language, round]);
  useEffect(() => (over ? undefined : whileVisible(look)), [id, key, language, round, over]);
  return { ...tracked, lookOften: () => setRound(round + 1) };
}

/** Calls `look` after each of the waits, the last one again and again, and when the page comes into view. */
function whileVisible(look: () => Promise<void>): () => void {
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lookIfVisible = () => {
    if (document.visibilityState === 'visible') void look();
  };
  const plan = () => {
    timer = setTimeout(
      () => {
        lookIfVisible();
        plan();
      },
      WAITS[turn++] ?? WAITS[WAITS.length - 1],
    );
  };
  plan();
  document.addEventListener('visibilitychange', lookIfVisible);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', lookIfVisible);
  };
}
