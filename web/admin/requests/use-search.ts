import { useState } from 'react';
import { type RequestRow, searchRoute } from '../../../contracts/console/board.js';
import type { FoundBy } from '../../../domain/board/standings.js';
import type { Problem } from '../api/client.js';
import { usePage } from '../page/page-context.js';
import { problemOf } from '../page/use-loaded.js';
import type { Pages } from '../page/use-pages.js';

export type FoundRow = RequestRow & { readonly foundBy?: readonly FoundBy[] };

/** A search and its results; the words stand in no address, for they may be somebody's name. */
export interface Search {
  readonly words: string;
  readonly pages: Pages<FoundRow>;
  readonly isAll: boolean;
}

interface Held {
  readonly words: string;
  readonly items: readonly FoundRow[];
  readonly isLoading: boolean;
  readonly isAll: boolean;
  readonly problem?: Problem | undefined;
}

/** Looks for requests among the open ones, or the closed. */
export function useSearch(state: 'open' | 'closed') {
  const { client } = usePage();
  const [held, setHeld] = useState<Held>();
  const find = (words: string): void => {
    if (words.trim() === '') return setHeld(undefined);
    setHeld((before) => ({ items: before?.items ?? [], isAll: true, words, isLoading: true }));
    const show = (now: Omit<Held, 'words' | 'isLoading'>) =>
      // An answer to earlier words is dropped.
      setHeld((before) => (before?.words === words ? { ...now, words, isLoading: false } : before));
    client.call(searchRoute, { body: { words, state } }).then(
      ({ items, isAll }) => show({ items, isAll }),
      (error: unknown) => show({ items: [], isAll: true, problem: problemOf(error) }),
    );
    return undefined;
  };
  const search: Search | undefined = held && {
    words: held.words,
    isAll: held.isAll,
    pages: { ...held, reload: () => find(held.words) },
  };
  return { search, find, clear: () => setHeld(undefined) };
}
