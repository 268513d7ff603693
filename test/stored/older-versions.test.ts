import type { RoundKind } from '../../domain/rounds/round.js';
import { renderText } from '../../domain/texts/render-text.js';
import { TEXT_KEYS, type TextKey } from '../../domain/texts/text-keys.js';
import { languageSchema } from '../../domain/words/language.js';
import { createAskPerson } from '../../functions/workflow/ask-person/handler.js';
import { createRecordStep } from '../../functions/workflow/record-step/handler.js';
import { eachWorld } from '../functions/each-world.js';
import { kindAndId, keepStored, STORED_TOWN, VERSIONS } from './stored-items.js';

const { begin } = eachWorld();
/** Behind everything that was stored. */
const MONDAY_10_AM = Date.parse('2026-12-14T10:00:00+08:00');
const KEYS = Object.keys(TEXT_KEYS) as TextKey[];

describe.each(VERSIONS)('what was stored %s', (version) => {
  async function stored() {
    const world = await begin();
    const items = await keepStored(world, version);
    const ids = (kind: string, sort: string) =>
      items
        .filter((item) => kindAndId(item)[0] === kind && item['sk'] === sort)
        .map((item) => kindAndId(item)[1]);
    return { world, items, ids };
  }

  it('is a town that opens, with every setting that has come since', async () => {
    const { world } = await stored();
    const { town } = await world.services.towns.load(STORED_TOWN);
    expect(town.settings.sms.summaryAt).toMatch(/^\d\d:\d\d$/);
    expect(town.settings.cards.red.overdueDay).toBeGreaterThan(0);
    expect(town.staff.length).toBeGreaterThan(200);
  });

  it('is a town that can say every text of today, in both languages', async () => {
    const { world } = await stored();
    const { town } = await world.services.towns.load(STORED_TOWN);
    for (const key of KEYS) {
      const values = Object.fromEntries(TEXT_KEYS[key].map((name) => [name, '1']));
      for (const language of languageSchema.options)
        expect(renderText(town, key, language, values)).not.toContain('{');
    }
  });

  it('says no digits that mean something else today', async () => {
    const { world } = await stored();
    const { town } = await world.services.towns.load(STORED_TOWN);
    const offering = Object.entries(town.texts).filter(([key]) =>
      TEXT_KEYS[key as TextKey].includes('options' as never),
    );
    expect(offering.length).toBeGreaterThan(0);
    for (const [key, words] of offering)
      expect([key, ...Object.values(words)]).toEqual([
        key,
        expect.stringContaining('{options}'),
        expect.stringContaining('{options}'),
      ]);
  });

  it('are requests, persons, asks and tasks that open', async () => {
    const { world, ids } = await stored();
    const { requests, asks, tasks } = world.services;
    const opened = await Promise.all(ids('request', 'record').map((id) => requests.load(STORED_TOWN, id)));
    expect(new Set(opened.map(({ path }) => path)).size).toBe(5);
    for (const { id } of opened) {
      expect((await requests.person(STORED_TOWN, id)).description).not.toBe('');
    }
    const put = await Promise.all(opened.map(({ id }) => asks.ofRequest(STORED_TOWN, id)));
    expect(new Set(put.flat().map(({ kind }) => kind)).size).toBeGreaterThan(6);
    for (const id of ids('task', 'record')) expect((await tasks.load(STORED_TOWN, id)).id).toBe(id);
  });

  it('are timelines that say where a request was placed, how it was closed and who looks back on it', async () => {
    const { world, items } = await stored();
    const records = items.filter((item) => kindAndId(item)[0] === 'request' && item['sk'] === 'record');
    for (const item of records) {
      const { timeline } = await world.services.requests.load(STORED_TOWN, kindAndId(item)[1]);
      const before = item['timeline'] as readonly { readonly note?: string; readonly other?: string }[];
      const said = timeline.map((entry, i) => {
        const { note, other } = before[i] ?? {};
        if (entry.type === 'placed') return [String(entry.grid), note];
        if (entry.type === 'closed') return [entry.as, note];
        return entry.type === 'review-due' ? [entry.task, other] : [];
      });
      for (const [today, stored] of said) expect(today).toBe(stored);
    }
  });

  it('are rounds with their reports, and lists of who has a place, that open', async () => {
    const { world, items } = await stored();
    const of = (kind: string) => items.filter((item) => kindAndId(item)[0] === kind);
    for (const [kind, date] of of('round').map((item) => [kindAndId(item)[1], String(item['sk'])] as const)) {
      const round = await world.services.rounds.find(STORED_TOWN, kind as RoundKind, date);
      expect([round?.kind, round?.date]).toEqual([kind, date]);
    }
    for (const [, programme] of of('quota').map(kindAndId))
      expect((await world.services.quotas.load(STORED_TOWN, programme)).programme).toBe(programme);
  });

  it('is a request that goes on: whoever is asked answers, and is asked how it went', async () => {
    const { world, ids } = await stored();
    const { requests, asks } = world.services;
    const all = await Promise.all(ids('request', 'record').map((id) => requests.load(STORED_TOWN, id)));
    const record = all.find(({ path, closedAs }) => path === 'same-day' && closedAs === undefined);
    const { n } = record?.asks.at(-1) ?? {};
    if (!record || n === undefined) throw new Error('nobody is asked');
    const place = { town: STORED_TOWN, of: 'request', subject: record.id, n } as const;
    const ask = await asks.find(place);
    if (!ask) throw new Error('the ask was not kept');
    await asks.answer(ask, { option: 'accept', by: 'duty-leader-1', at: MONDAY_10_AM, key: 'a-text' });
    const task = {
      contract: 1,
      town: STORED_TOWN,
      request: record.id,
      at: new Date(MONDAY_10_AM).toISOString(),
    };
    const next = await createRecordStep(world.services)({ ...task, action: 'answered', ask: n });
    expect(next.to).toBe('same-day');
    await createAskPerson(world.services)({ ...task, ask: 'ask' in next && next.ask.n, token: 'a-token' });
    expect(world.texts.map(({ body }) => body).join()).toContain('示例：unanswered');
  });
});
