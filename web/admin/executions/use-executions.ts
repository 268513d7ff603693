import { useCallback, useEffect, useRef, useState } from 'react';
import { type ExecutionRow, executionsRoute } from '../../../contracts/console/executions.js';
import type { Problem } from '../api/client.js';
import { usePage } from '../page/page-context.js';
import { useWhileSeen } from '../page/use-while-seen.js';
import { problemOf } from '../page/use-loaded.js';
import type { ExecutionQuery } from './execution-query.js';
import { refreshed } from './executions-merged.js';

interface Held {
  readonly items: readonly ExecutionRow[];
  readonly cursor?: string | undefined;
  readonly isLoading: boolean;
  readonly problem?: Problem | undefined;
}

export interface Executions extends Held {
  /** Asks for the next page; absent when all is there. */
  readonly more?: (() => void) | undefined;
  readonly reload: () => void;
  /** Everything that matches, up to so many. */
  readonly upTo: (most: number) => Promise<readonly ExecutionRow[]>;
}

const ROWS = 50;
/** How often the first page is looked at again, in milliseconds: nine machines are listed for it. */
const LIVE_EVERY = 15_000;
const NOTHING: Held = { items: [], isLoading: true };

type Page = Pick<Held, 'items' | 'cursor'>;

/** The part of the list that is held. An answer to an earlier question is dropped. */
function useHeld() {
  const [held, setHeld] = useState<Held>(NOTHING);
  const turn = useRef(0);
  const restart = useCallback(() => {
    turn.current += 1;
    setHeld(NOTHING);
  }, []);
  const follow = useCallback(async (asked: Promise<Page>, next: (before: Held, page: Page) => Page) => {
    const own = turn.current;
    try {
      const page = await asked;
      if (own === turn.current) setHeld((before) => ({ ...next(before, page), isLoading: false }));
    } catch (error) {
      if (own === turn.current)
        setHeld((before) => ({ ...before, isLoading: false, problem: problemOf(error) }));
    }
  }, []);
  return { held, setHeld, restart, follow };
}

/** The executions that match, page by page, and what changes among the latest while the page is in sight. */
export function useExecutions(query: ExecutionQuery): Executions {
  const { client } = usePage();
  const { held, setHeld, restart, follow } = useHeld();
  const ask = useCallback(
    (cursor?: string): Promise<Page> =>
      client.call(executionsRoute, {
        query: { ...query, limit: ROWS, ...(cursor === undefined ? {} : { cursor }) },
      }),
    [client, query],
  );
  const look = useCallback(
    () =>
      follow(ask(), (before, page) => ({
        items: refreshed(before.items, page),
        cursor: before.items.length > page.items.length ? before.cursor : page.cursor,
      })),
    [ask, follow],
  );
  useEffect(() => {
    restart();
    void look();
  }, [look, restart]);
  useWhileSeen(LIVE_EVERY, look);
  const { cursor } = held;
  const more = () => {
    setHeld((before) => ({ ...before, isLoading: true }));
    void follow(ask(cursor), (before, page) => ({
      items: [...before.items, ...page.items],
      cursor: page.cursor,
    }));
  };
  const upTo = async (most: number) => {
    // Somebody may be faster than the first page.
    let page: Page = held.items.length === 0 ? await ask() : held;
    while (page.cursor !== undefined && page.items.length < most) {
      const next = await ask(page.cursor);
      page = { items: [...page.items, ...next.items], cursor: next.cursor };
    }
    const read = page;
    setHeld((before) => ({ ...before, ...read, cursor: read.cursor }));
    return page.items.slice(0, most);
  };
  return { ...held, more: cursor === undefined ? undefined : more, reload: () => void look(), upTo };
}
