import { useCallback, useEffect, useState } from 'react';
import { usePage } from './page-context.js';
import { type Problem, ProblemError } from '../api/client.js';

/** What a page shows of something that it asked the API for. */
export type Loaded<T> =
  | { readonly state: 'loading'; readonly value?: T }
  | { readonly state: 'failed'; readonly problem: Problem; readonly value?: undefined }
  | { readonly state: 'here'; readonly value: T };

export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError ? error.problem : { status: 0, title: String(error) };

/** Asks for `path` when it changes and on `reload`; what was there before stays in sight meanwhile when `path` is the same. */
export function useLoaded<T>(path: string): Loaded<T> & { readonly reload: () => void } {
  const { client } = usePage();
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Loaded<T>) => isCurrent && setLoaded(next);
    setLoaded({ state: 'loading' });
    client.get<T>(path).then(
      (value) => show({ state: 'here', value }),
      (error: unknown) => show({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, path, turn]);
  return { ...loaded, reload: useCallback(() => setTurn((turns) => turns + 1), []) };
}
