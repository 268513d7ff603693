import { useCallback, useEffect, useState } from 'react';
import type { AnswerOf, Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts } from '../../call-route.js';
import { usePage } from './page-context.js';
import type { Problem } from '../api/client.js';
import { problemOf } from './use-loaded.js';

/** A list that the API gives in pages. */
export interface ApiPage<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
}

export interface Pages<Item, Head = unknown> {
  /** The whole answer of the first page, with what it says of all. */
  readonly head?: Head | undefined;
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly problem?: Problem | undefined;
  /** Asks for the next page; absent when all is there. */
  readonly more?: (() => void) | undefined;
  readonly reload: () => void;
}

type ItemOf<R extends Route> = AnswerOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

interface Held<Item, Head> {
  readonly head?: Head | undefined;
  /** Of which list they are. */
  readonly address?: string;
  readonly items: readonly Item[];
  readonly cursor?: string | undefined;
  readonly isLoading: boolean;
  readonly problem?: Problem | undefined;
}

/** The pages of a list, one after the other, from the start again when its address changes. */
export function usePages<R extends Route>(
  route: R,
  parts: AddressParts<R> = {},
): Pages<ItemOf<R>, AnswerOf<R>> {
  type Item = ItemOf<R>;
  type Head = AnswerOf<R>;
  const { client } = usePage();
  const [held, setHeld] = useState<Held<Item, Head>>({ items: [], isLoading: true });
  // The latest question: an answer to an earlier one is dropped.
  const [asked, setAsked] = useState<{ readonly cursor?: string }>({});
  const address = addressOf(route, parts);
  useEffect(() => setAsked({}), [address]);
  useEffect(() => {
    let isCurrent = true;
    const isFirst = asked.cursor === undefined;
    setHeld((before) => ({
      ...before,
      // The same list, asked for again, stays in sight meanwhile.
      items: isFirst && before.address !== address ? [] : before.items,
      address,
      isLoading: true,
      problem: undefined,
    }));
    const show = ({ items, cursor }: ApiPage<Item>, answer: Head) =>
      isCurrent &&
      setHeld((before) => ({
        address,
        head: isFirst ? answer : before.head,
        items: isFirst ? items : [...before.items, ...items],
        cursor,
        isLoading: false,
      }));
    // Every list that is given in pages takes and answers a cursor.
    const page = { ...parts, query: { ...parts.query, cursor: asked.cursor } } as unknown as AddressParts<R>;
    client.call(route, page).then(
      (answer) => show(answer as ApiPage<Item>, answer),
      (error: unknown) =>
        isCurrent && setHeld((before) => ({ ...before, isLoading: false, problem: problemOf(error) })),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, address, asked]);
  const { cursor } = held;
  return {
    ...held,
    more: cursor === undefined ? undefined : () => setAsked({ cursor }),
    reload: useCallback(() => setAsked({}), []),
  };
}
