import type { AnswerOf, Route } from '../../../contracts/route.js';
import {
  type PersonAnswer,
  personRoute,
  type RequestPaper,
  requestRoute,
} from '../../../contracts/console/requests.js';
import { billRoute, type TextRow, textsOfRequestRoute } from '../../../contracts/console/texts.js';
import { type TaskAnswer, taskRoute, type TaskRow, tasksRoute } from '../../../contracts/console/work.js';
import { categoriesRoute } from '../../../contracts/resident/town.js';
import type { AddressParts } from '../../call-route.js';
import type { Client } from '../api/client.js';
import type { PageContext } from '../page/page-context.js';
import { problemOf } from '../page/use-loaded.js';
import type { CaseFacts } from './case-paper.js';
import type { OrderFacts } from './order-paper.js';

type Asking = Pick<PageContext, 'client' | 'may' | 'me' | 'language'>;

const REFUSED: ReadonlySet<number> = new Set([403, 404]);

/** An answer that may be refused, or erased, leaves a gap in the paper, which the paper says. */
async function unlessRefused<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (REFUSED.has(problemOf(error).status)) return undefined;
    throw error;
  }
}

/** Every page of a list. */
async function whole<R extends Route, Item>(
  client: Client,
  route: R,
  parts: AddressParts<R>,
  itemsOf: (answer: AnswerOf<R>) => { readonly items: readonly Item[]; readonly cursor?: string | undefined },
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const asked = { ...parts, query: { ...parts.query, cursor } } as unknown as AddressParts<R>;
    const page = itemsOf(await client.call(route, asked));
    all.push(...page.items);
    ({ cursor } = page);
  } while (cursor !== undefined);
  return all;
}

/** A request may be older than the year that the list of closed tasks goes back by itself. */
const tasksOf = async (client: Client, request: string, createdAt: string): Promise<TaskRow[]> =>
  (
    await Promise.all(
      [{ state: 'closed', from: createdAt.slice(0, 10) } as const, { state: 'open' } as const].map((query) =>
        whole(client, tasksRoute, { query: { ...query, request } }, (answer) => answer),
      ),
    )
  )
    .flat()
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));

const ordersAmong = (client: Client, tasks: readonly TaskRow[]): Promise<TaskAnswer[]> =>
  Promise.all(
    tasks
      .filter(({ kind }) => kind === 'supervision')
      .map(({ id }) => client.call(taskRoute, { params: { id } })),
  );

async function loadBoth({ client, me, language }: Asking, id: string, paper: RequestPaper) {
  const request = await client.call(requestRoute, { params: { id }, query: { paper } });
  const [person, tasks, { categories }] = await Promise.all([
    unlessRefused<PersonAnswer>(client.call(personRoute, { params: { id } })),
    tasksOf(client, id, request.createdAt),
    client.call(categoriesRoute, { query: { town: me.town.id } }),
  ]);
  const names = new Map(categories.map((category) => [category.id, category.name[language]]));
  return {
    request,
    person,
    tasks,
    orders: await ordersAmong(client, tasks),
    // One that the town has no more is called by its id.
    categoryName: (category: string) => names.get(category) ?? category,
  };
}

/** The facts for a supervision order; each personal part is noted as it is on the request's page. */
export const loadOrder = async (asking: Asking, id: string): Promise<OrderFacts> =>
  loadBoth(asking, id, 'supervision-order');

/** The facts for a case file, as far as whoever asks may see it. */
export async function loadCase(asking: Asking, id: string): Promise<CaseFacts> {
  const { client, may } = asking;
  const [both, texts, bill] = await Promise.all([
    loadBoth(asking, id, 'case-file'),
    may('texts.read')
      ? unlessRefused<TextRow[]>(whole(client, textsOfRequestRoute, { params: { id } }, (answer) => answer))
      : undefined,
    may('executions.read') ? unlessRefused(client.call(billRoute, { params: { id } })) : undefined,
  ]);
  return { ...both, texts, bill };
}
