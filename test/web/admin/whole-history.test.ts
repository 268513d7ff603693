import type { HistoryEvent, HistoryPage } from '../../../contracts/console/executions.js';
import type { Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts } from '../../../web/call-route.js';
import type { Client } from '../../../web/admin/api/client.js';
import { wholeHistory } from '../../../web/admin/executions/whole-history.js';

const PER_PAGE = 3;

const events = (count: number): HistoryEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    timestamp: '2026-08-24T01:00:00.000Z',
    type: 'TaskStateEntered',
  }));

/** The API over a history of so many events, latest first, three a page; counts what it was asked. */
function api(count: number) {
  const asked: string[] = [];
  const call = async (route: Route, parts: AddressParts<Route>): Promise<unknown> => {
    const path = addressOf(route, parts);
    asked.push(path);
    const from = Number(new URL(path, 'http://127.0.0.1').searchParams.get('cursor') ?? 0);
    const page: HistoryPage = {
      events: events(count)
        .toReversed()
        .slice(from, from + PER_PAGE),
    };
    return from + PER_PAGE < count ? { ...page, cursor: String(from + PER_PAGE) } : page;
  };
  return { asked, client: { call: call as Client['call'] } };
}

describe('the history of an execution', () => {
  test.each([
    ['of which nothing is known is asked for whole', 7, 0, 3],
    ['with nothing new is asked for once', 7, 7, 1],
    ['with a little new is not asked for again', 8, 7, 1],
    ['with more new than a page is asked for until the known part', 14, 7, 3],
    ['without events is empty', 0, 0, 1],
  ])('%s', async (_title, count, known, calls) => {
    const { asked, client } = api(count);
    expect(await wholeHistory(client, { machine: 'm', name: 'n' }, events(known))).toEqual(events(count));
    expect(asked).toHaveLength(calls);
  });
});
