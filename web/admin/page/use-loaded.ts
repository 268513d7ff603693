import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerOf, Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts } from '../../call-route.js';
import { usePage } from './page-context.js';
import { type Problem, ProblemError } from '../api/client.js';

/** The state of something that a page asked the API for. */
export type Loaded<T> =
  | { readonly state: 'loading'; readonly value?: T }
  | { readonly state: 'failed'; readonly problem: Problem; readonly value?: undefined }
  | { readonly state: 'here'; readonly value: T };

export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { status: 0, title: String(error) };

/** Asks a route when its address changes and on `reload`; at the same address the earlier answer stays in sight. */
export function useLoaded<R extends Route>(
  route: R,
  parts: AddressParts<R> = {},
): Loaded<AnswerOf<R>> & { readonly reload: () => void } {
  const { client } = usePage();
  const [loaded, setLoaded] = useState<Loaded<AnswerOf<R>>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const shown = useRef('');
  const address = addressOf(route, parts);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Loaded<AnswerOf<R>>) => isCurrent && setLoaded(next);
    const isSame = shown.current === address;
    shown.current = address;
    setLoaded(({ value }) =>
      isSame && value !== undefined ? { state: 'loading', value } : { state: 'loading' },
    );
    client.call(route, parts).then(
      (value) => show({ state: 'here', value }),
      (error: unknown) => show({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, address, turn]);
  return { ...loaded, reload: useCallback(() => setTurn((turns) => turns + 1), []) };
}
