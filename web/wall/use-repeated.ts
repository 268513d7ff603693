import { useEffect, useState } from 'preact/hooks';
import type { AnswerOf, Route } from '../../contracts/route.js';
import type { Asked, CallRoute } from '../call-route.js';

/** The last answer that came, and whether the latest try failed. */
export interface Looked<Value> {
  readonly value?: Value;
  /** When it came, by the screen's own clock, epoch milliseconds. */
  readonly readAt?: number;
  readonly failing: boolean;
}

/** Milliseconds until the next try after one that failed. */
const AGAIN = 20_000;

export interface Looking<R extends Route> {
  readonly call: CallRoute;
  readonly route: R;
  /** Undefined: not yet. */
  readonly query: Asked<R>['query'] | undefined;
  /** Milliseconds from one answer to the next question. */
  readonly every: number;
}

/** The answer of a route, asked for again and again for as long as the page lives; an answer stays until the next. */
export function useRepeated<R extends Route>({ call, route, query, every }: Looking<R>): Looked<AnswerOf<R>> {
  const [looked, setLooked] = useState<Looked<AnswerOf<R>>>({ failing: false });
  const asked = query && JSON.stringify(query);
  useEffect(() => {
    if (query === undefined) return undefined;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const reply = await call(route, { query });
      if (gone) return;
      const came = reply.kind === 'answer';
      setLooked((last) =>
        came ? { value: reply.value, readAt: Date.now(), failing: false } : { ...last, failing: true },
      );
      timer = setTimeout(() => void look(), came ? every : Math.min(every, AGAIN));
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [asked]);
  return looked;
}
