import * as fc from 'fast-check';
import { boardOf, closedRuns, openRun } from '../../adapters/board-query.js';
import { factsOf } from '../../domain/request/facts.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { aRequest, nowhere } from '../domain/request/a-request.js';
import { rulesFor } from '../domain/request/case-town.js';
import { Play } from '../domain/request/play.js';

const at = (text: string): number => Date.parse(text);
const placeOf = (changes: Partial<RequestRecord>) => {
  const record = { ...aRequest(), ...changes };
  return boardOf(record, factsOf(record));
};
const DUE = at('2026-08-25T09:00:00Z');

describe('the place of a request on the board', () => {
  it('is among what is open, by its deadline', () => {
    const { id } = aRequest();
    expect(placeOf({ dueAt: DUE })).toEqual({
      boardKey: 'small-town#board#open',
      boardSort: `d#2026-08-25T09:00:00.000Z#${id}`,
    });
  });

  it.each<[string, Partial<RequestRecord>]>([
    ['without a deadline', {}],
    ['whose clock stands still', { dueAt: DUE, pauses: [{ from: DUE - 1, why: 'documents' }] }],
  ])('of one %s is behind all that can be late', (_title, changes) => {
    const late = String(placeOf({ dueAt: at('2027-01-01T00:00:00Z') })['boardSort']);
    expect(String(placeOf(changes)['boardSort']) > late).toBe(true);
  });

  it('is first where there is danger, then where it does not get on, then where nobody has placed it, and then by what is due', () => {
    const old = { createdAt: at('2025-01-01T00:00:00Z') };
    const failed = Play.begin(aRequest(), rulesFor('street-light'));
    const places = [
      placeOf({ path: 'emergency', status: 'assigned', dueAt: DUE }),
      placeOf(failed.act({ action: 'attention', at: failed.at }).record),
      placeOf(Play.begin(nowhere(), rulesFor('street-light')).record),
      placeOf({ ...old, path: 'emergency', status: 'awaiting_confirmation', dueAt: DUE }),
      placeOf({ ...old }),
    ].map(({ boardSort }) => String(boardSort));
    expect(places.toSorted()).toEqual(places);
  });

  it('is among what is open while the duty desk is asked about its closing', () => {
    const closed = Play.begin(aRequest(), rulesFor('street-light'))
      .answer('accept')
      .answer('done')
      .answer('satisfied');
    const { record } = closed.act({ action: 'attention', at: closed.at });
    expect(String(placeOf(record)['boardKey'])).toBe('small-town#board#open');
    const again = closed.answer('retry').record;
    expect(String(placeOf(again)['boardKey'])).toBe('small-town#board#closed-2026-08');
  });

  it('is in the month in which it was closed', () => {
    const closed = { closedAs: 'satisfied', closedAt: DUE } as const;
    expect(placeOf(closed)).toEqual({
      boardKey: 'small-town#board#closed-2026-08',
      boardSort: `2026-08-25T09:00:00.000Z#${aRequest().id}`,
    });
  });
});

describe('what is read of the board', () => {
  it('for a deadline is what is not placed and what is due before a moment', () => {
    const run = openRun({ dueBefore: DUE + 1000 });
    const within = (dueAt: number): boolean => {
      const sort = String(placeOf({ dueAt })['boardSort']);
      return sort >= run.low && sort <= run.high;
    };
    expect([DUE - 1, DUE, DUE + 999, DUE + 1000].map(within)).toEqual([true, true, true, false]);
  });

  it('for a span is every month of it once, the latest first, and finds all that was closed in it', () => {
    const first = at('2020-01-01T00:00:00Z');
    const moment = fc.integer({ min: first, max: at('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(moment, moment, moment, (one, other, closedAt) => {
        const [from = 0, to = 0] = [one, other].toSorted((a, b) => a - b);
        const runs = closedRuns({ from, to });
        const months = runs.map(({ partition }) => partition);
        expect(months).toEqual([...new Set(months)].toSorted().toReversed());
        const { boardKey = '', boardSort = '' } = placeOf({ closedAs: 'satisfied', closedAt });
        const found = runs.some(
          ({ partition, low, high }) =>
            boardKey.endsWith(`#${partition}`) && boardSort >= low && boardSort <= high,
        );
        expect(found).toBe(from <= closedAt && closedAt < to);
      }),
    );
  });
});
