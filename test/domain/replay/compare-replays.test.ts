import { compareReplays, missedDeadline, sumOf, sumsBy } from '../../../domain/replay/compare-replays.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown, rulesFor } from '../request/case-town.js';
import { Play } from '../request/play.js';
import { letPass, recordedCase } from './a-recorded-case.js';

const DAY = 86_400_000;
const town = caseTown();

/** A week of one request that is done after so many days. */
function lived(id: string, category: string, days: number) {
  const play = Play.begin(aRequest({ id, category }), rulesFor(category)).answer('accept');
  letPass(play, MONDAY_9_AM + days * DAY);
  if (play.record.asks.length > 0) play.answer('done');
  letPass(play, MONDAY_9_AM + 7 * DAY);
  return recordedCase(play);
}

const within = (workingDays: number): Town => {
  const { paths } = town.settings;
  const coordinated = { ...paths.coordinated, settleWithin: { workingDays } };
  return { ...town, settings: { ...town.settings, paths: { ...paths, coordinated } } };
};

const CASES = [lived('AAAA', 'road', 1), lived('BBBB', 'road', 3), lived('CCCC', 'street-light', 0)];
const AS_OF = MONDAY_9_AM + 7 * DAY;

describe('two sets of rules compared on the same cases', () => {
  const { cases, leftOut } = compareReplays(CASES, { before: town, after: within(2) }, AS_OF);

  it('counts what is overdue and how often silence climbed, before and after, by path', () => {
    const sums = sumsBy(cases, ({ path }) => path);
    expect(Object.fromEntries(sums)).toEqual({
      coordinated: {
        cases: 2,
        before: { overdue: 0, escalations: 0, yellow: 0, red: 0 },
        after: { overdue: 1, escalations: 1, yellow: 2, red: 1 },
      },
      'same-day': {
        cases: 1,
        before: { overdue: 0, escalations: 0, yellow: 0, red: 0 },
        after: { overdue: 0, escalations: 0, yellow: 0, red: 0 },
      },
    });
    expect(leftOut).toEqual([]);
  });

  it('adds up to the same, however the cases are divided', () => {
    const byGrid = [...sumsBy(cases, ({ grid }) => grid).values()];
    const total = sumOf(cases);
    expect(byGrid.reduce((sum, { after }) => sum + after.escalations, 0)).toBe(total.after.escalations);
    expect(byGrid.reduce((sum, one) => sum + one.cases, 0)).toBe(total.cases);
  });

  it("finds that today's rules give what was recorded", () => {
    expect(cases.map(({ isFaithful }) => isFaithful)).toEqual([true, true, true]);
  });

  it('finds nothing changed where nothing was', () => {
    const same = compareReplays(CASES, { before: town, after: town }, AS_OF);
    for (const { before, after } of same.cases) expect(after).toEqual(before);
  });

  it('leaves out, by name, a case that the changed town cannot run', () => {
    const departments = town.departments.filter(({ id }) => id !== 'water');
    const lost = compareReplays(CASES, { before: town, after: { ...town, departments } }, AS_OF);
    expect(lost.leftOut).toEqual(['AAAA', 'BBBB']);
    expect(lost.cases).toHaveLength(1);
  });
});

describe('an overdue request', () => {
  const facts: RequestFacts = { ...factsOf(aRequest()), dueAt: 100 };
  it.each<[string, Partial<RequestFacts>, number, boolean]>([
    ['is one whose deadline passed without an outcome', {}, 101, true],
    ['is none before its deadline', {}, 100, false],
    ['is one whose outcome came late', { handledAt: 90, handleBy: 80 }, 101, true],
    ['is none when handled in time and reopened', { handledAt: 70, handleBy: 80 }, 101, false],
    ['is none when taken back in time', { closedAt: 90, closedAs: 'withdrawn' }, 200, false],
    ['is one when taken back too late', { closedAt: 190, closedAs: 'withdrawn' }, 200, true],
    [
      'is none when joined to another, which counts itself',
      { closedAt: 190, closedAs: 'joined' },
      200,
      false,
    ],
  ])('%s', (_, changes, asOf, expected) => {
    expect(missedDeadline({ ...facts, ...changes }, asOf)).toBe(expected);
  });
});
