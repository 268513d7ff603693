import * as fc from 'fast-check';
import { Agenda } from '../../../tools/month/agenda.js';
import { arrivals } from '../../../tools/month/arrivals.js';
import { answerTo } from '../../../tools/month/habits.js';
import { randomFrom, seedOf, weighted } from '../../../tools/month/seeded-random.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const SPAN = { from: '2026-08-01', days: 31 };

describe('what comes in over a month', () => {
  const drawn = arrivals(town, SPAN, 900, randomFrom(7));

  it('follows from the seed alone', () => {
    expect(arrivals(town, SPAN, 900, randomFrom(7))).toEqual(drawn);
    expect(arrivals(town, SPAN, 900, randomFrom(8))).not.toEqual(drawn);
  });

  it('comes in order, within the month, from every grid and of every category', () => {
    const moments = drawn.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(new Date(moments[0] ?? 0).toISOString() >= '2026-07-31T16:00').toBe(true);
    expect(new Date(moments.at(-1) ?? 0).toISOString() < '2026-08-31T16:00').toBe(true);
    const grids = drawn.map(
      ({ village, group }) =>
        town.villages.find(({ id }) => id === village)?.groups.find(({ number }) => number === group)?.grid,
    );
    expect(new Set(grids).size).toBe(town.grids.length);
    expect(new Set(drawn.map(({ category }) => category)).size).toBe(town.categories.length);
  });
});

describe('what people mean to do', () => {
  it('is done soonest first, and of the same moment always in the same order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat())), (intents) => {
        const agenda = new Agenda();
        for (const [at, name] of intents) agenda.add({ at, name: String(name), act: async () => {} });
        const done: [number, string][] = [];
        for (let due = agenda.takeDue(100); due; due = agenda.takeDue(100)) done.push([due.at, due.name]);
        const sorted = intents
          .map(([at, name]) => [at, String(name)] as [number, string])
          .toSorted(([a, x], [b, y]) => a - b || (x < y ? -1 : x > y ? 1 : 0));
        expect(done).toEqual(sorted);
      }),
    );
  });

  it('waits for its time', () => {
    const agenda = new Agenda();
    agenda.add({ at: 5, name: 'later', act: async () => {} });
    expect([agenda.takeDue(4), agenda.nextAt, agenda.takeDue(5)?.name]).toEqual([undefined, 5, 'later']);
  });

  it('answers an ask in words of its own or by a digit and the code, now and then late, wrongly first or never, as the seed has it', () => {
    const ask = { key: 'ask-acceptance', code: 'K7Q3', isUrgent: false };
    const plans = Array.from({ length: 500 }, (_, n) => answerTo(ask, randomFrom(seedOf(`person ${n}`))));
    expect(new Set(plans.map((plan) => plan?.manner))).toEqual(
      new Set(['prompt', 'late', 'wrong-first', 'never']),
    );
    const last = plans.flatMap((plan) => plan?.texts.at(-1)?.words ?? []);
    const share = (test: RegExp) => last.filter((words) => test.test(words)).length / last.length;
    expect(share(/^\d.*K7Q3$/)).toBeGreaterThan(0.25);
    expect(share(/^\D.*K7Q3$/)).toBeGreaterThan(0.15);
    expect(share(/K7Q3$/)).toBeLessThan(0.85);
    expect(plans.every((plan) => plan?.plainly.endsWith(' K7Q3'))).toBe(true);
    expect(plans.every((plan) => (plan?.manner === 'never') === (plan?.texts.length === 0))).toBe(true);
    expect(answerTo({ ...ask, key: 'receipt' }, randomFrom(1))).toBeUndefined();
  });

  it('chooses by weight: what weighs nothing never, the rest in proportion', () => {
    const random = randomFrom(3);
    const chosen = Array.from({ length: 4000 }, () =>
      weighted(random, [
        [0, 'never'],
        [1, 'seldom'],
        [3, 'often'],
      ] as const),
    );
    const often = chosen.filter((one) => one === 'often').length / chosen.length;
    expect(chosen).not.toContain('never');
    expect(often).toBeCloseTo(0.75, 1);
  });
});
