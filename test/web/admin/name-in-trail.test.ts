import type { AuditAnswer } from '../../../contracts/console/audit.js';
import type { Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts } from '../../../web/call-route.js';
import type { Client } from '../../../web/admin/api/client.js';
import { nameInTrail } from '../../../web/admin/executions/name-in-trail.js';

const NOW = Date.parse('2026-08-24T03:00:00.000Z');

/** The API over a trail of these pages; notes what it was asked. */
function api(...pages: readonly string[][]) {
  const asked: URLSearchParams[] = [];
  const call = async (route: Route, parts: AddressParts<Route>): Promise<AuditAnswer> => {
    const query = new URL(addressOf(route, parts), 'http://127.0.0.1').searchParams;
    asked.push(query);
    const page = Number(query.get('cursor') ?? 0);
    const items = (pages[page] ?? []).map((name) => ({
      at: '2026-06-01T03:00:00.000Z',
      who: 'town.administrator',
      name,
      action: 'execution.stopped' as const,
    }));
    return page + 1 < pages.length ? { items, cursor: String(page + 1) } : { items };
  };
  return { asked, client: { call: call as Client['call'] } };
}

const nameIn = ({ client }: ReturnType<typeof api>) => nameInTrail(client, 'town.administrator', NOW);

describe('whoever stopped an execution', () => {
  it.each([
    ['has the latest of their names', [['Li Na', 'Li N.']], 'Li Na', 1],
    ['is looked for beyond a page that ends before anything of theirs', [[], [], ['Li Na']], 'Li Na', 3],
    ['has no name where the trail knows of nobody', [[], []], undefined, 2],
  ] as const)('%s', async (_, pages, name, calls) => {
    const trail = api(...pages.map((page) => [...page]));
    expect(await nameIn(trail)).toBe(name);
    expect(trail.asked).toHaveLength(calls);
  });

  it('is looked for as far back as executions are shown, and in what they did alone', async () => {
    const trail = api([], ['Li Na']);
    await nameIn(trail);
    for (const query of trail.asked)
      expect([query.get('who'), query.get('from')]).toEqual(['town.administrator', '2026-05-26']);
  });
});
