import * as fc from 'fast-check';
import { candidatesOf, inspectorsOnDuty, mayCall } from '../../../domain/inspections/candidates.js';
import { officeChecks, sampleCalls } from '../../../domain/inspections/month-checks.js';
import {
  candidateList,
  fingerprintOf,
  readCandidates,
  type SampleLot,
} from '../../../domain/inspections/sample-lot.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import type { Department, Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';
import { inspections } from '../small-town.js';

const DAY = 86_400_000;
const PERIOD = { from: MONDAY_9_AM - 30 * DAY, to: MONDAY_9_AM };
const TEAM = ['l1', 'w1', 'w2', 'a1'];
const desk = (id: string, contacts: string[]): Department => ({
  id,
  name: { 'zh-CN': id, en: id },
  kind: 'desk',
  contacts,
  keywords: [id],
});

/** Inspectors: the leader, two of the water office, and the head of grid 1. */
function inspected(changes: Partial<Town> = {}): Town {
  const before = caseTown();
  return {
    ...before,
    settings: {
      ...before.settings,
      departments: { ...before.settings.departments, inspectionTeam: 'inspectors' },
    },
    departments: [...before.departments, desk('inspectors', TEAM)],
    inspections: inspections({
      offices: [
        { department: 'water', methods: ['files', 'petition-reception'] },
        { department: 'gas', methods: ['files'] },
      ],
    }),
    ...changes,
  };
}

const closed = (changes: Partial<RequestFacts> = {}): RequestFacts => ({
  ...factsOf(aRequest()),
  grid: 1,
  closedAt: MONDAY_9_AM - DAY,
  closedAs: 'satisfied',
  ...changes,
});

const lotOf = (town: Town, requests: readonly RequestFacts[], seed = 'seed'): SampleLot => {
  const inspectors = inspectorsOnDuty(town, '2026-08-24');
  const list = candidateList(candidatesOf(requests, town, { period: PERIOD, inspectors }));
  const { atLeast } = town.inspections.sample;
  return {
    town: 'small-town',
    date: '2026-08',
    at: PERIOD.to,
    seed,
    atLeast,
    period: PERIOD,
    inspectors,
    list,
  };
};

const requests = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^[0-9][0-9A-Z]{7}$/),
    grid: fc.integer({ min: 1, max: 3 }),
    closedAs: fc.constantFrom('satisfied', 'no_answer', 'refused', 'referred', 'joined', 'withdrawn'),
    owner: fc.constantFrom('a1', 'a2', 'w1', 'l1'),
    handler: fc.constantFrom('a1', 'w2', 'gas', undefined),
    closedAt: fc.integer({ min: PERIOD.from - DAY, max: PERIOD.to + DAY }),
  }),
  { selector: ({ id }) => id, maxLength: 150 },
);

describe('what can be drawn', () => {
  const town = inspected();
  const drawable = (request: RequestFacts) =>
    candidatesOf([request], town, { period: PERIOD, inspectors: TEAM });

  it.each<[string, Partial<RequestFacts>, number]>([
    ['was closed as satisfied', {}, 1],
    ['was closed without an answer: two tickets', { closedAs: 'no_answer' }, 2],
    ['was refused', { closedAs: 'refused' }, 1],
    ['was referred', { closedAs: 'referred' }, 1],
  ])('is a request that %s', (_, changes, tickets) => {
    expect(drawable(closed(changes))).toEqual([{ id: '7Q3K9M2X', grid: 1, tickets }]);
  });

  it.each<[string, Partial<RequestFacts>]>([
    ['is open', { closedAs: undefined, closedAt: undefined }],
    ['was withdrawn', { closedAs: 'withdrawn' }],
    ['was joined to another', { closedAs: 'joined' }],
    ['was closed before the period', { closedAt: PERIOD.from - 1 }],
    ['was closed after it', { closedAt: PERIOD.to }],
    ['whose number is that of a member of staff', { phoneOfStaff: true }],
  ])('is none that %s', (_, changes) => {
    expect(drawable(closed(changes))).toEqual([]);
  });

  it('is none that every inspector has a part in', () => {
    const own = closed({ owner: 'l1', handler: 'w1' });
    expect(candidatesOf([own], town, { period: PERIOD, inspectors: ['l1', 'w1', 'a1'] })).toEqual([]);
  });

  it('is called for by those on duty; by all of the team where nobody is', () => {
    const away = (...staff: string[]) =>
      inspected({ leave: staff.map((one) => ({ staff: one, from: '2026-08-24', to: '2026-08-24' })) });
    expect(inspectorsOnDuty(away('l1'), '2026-08-24')).toEqual(['w1', 'w2', 'a1']);
    expect(inspectorsOnDuty(away(...TEAM), '2026-08-24')).toEqual(TEAM);
  });

  it('is listed in one order, read back as it was, and known by its fingerprint', () => {
    fc.assert(
      fc.property(requests, (all) => {
        const facts = all.map((one) => closed(one));
        const { list } = lotOf(town, facts);
        expect(lotOf(town, facts.toReversed()).list).toBe(list);
        expect(candidateList(readCandidates(list))).toBe(list);
        expect(fingerprintOf(list)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});

describe('the calls of a month', () => {
  const town = inspected({ inspections: inspections({ sample: { atLeast: 30, noAnswerWeight: 2 } }) });

  it('are as many as the town wants or all there are, of every grid that has any, and nobody’s own', () => {
    fc.assert(
      fc.property(requests, fc.string({ minLength: 1, maxLength: 20 }), (all, seed) => {
        const facts = all.map((one) => closed(one));
        const lot = lotOf(town, facts, seed);
        const candidates = readCandidates(lot.list);
        const calls = sampleCalls(town, lot, facts).map(({ check }) => check);
        expect(calls).toHaveLength(Math.min(30, candidates.length));
        expect(new Set(calls.map(({ grid }) => grid))).toEqual(new Set(candidates.map(({ grid }) => grid)));
        for (const { request, by } of calls) {
          const called = facts.find(({ id }) => id === request) ?? closed();
          expect(mayCall(called, town, TEAM)).toContain(by);
        }
        expect(sampleCalls(town, lot, facts.toReversed()).map(({ check }) => check)).toEqual(calls);
      }),
    );
  });
});

describe('the checks of the offices', () => {
  it('are by every method of each, by one inspector who is not of it', () => {
    const town = inspected();
    const checks = officeChecks(town, lotOf(town, [])).map(({ check }) => check);
    expect(checks.map(({ department, method }) => `${department} ${method}`).toSorted()).toEqual([
      'gas files',
      'water files',
      'water petition-reception',
    ]);
    expect(
      checks.filter(({ department, by }) => department === 'water' && ['w1', 'w2'].includes(by)),
    ).toEqual([]);
    expect(new Set(checks.filter(({ department }) => department === 'water').map(({ by }) => by)).size).toBe(
      1,
    );
  });

  it('go to somebody of the team on leave where only the office’s own are on duty', () => {
    const away = ['l1', 'a1'].map((staff) => ({ staff, from: '2026-08-24', to: '2026-08-24' }));
    const town = inspected({ leave: away });
    const water = officeChecks(town, lotOf(town, [])).filter(({ check }) => check.department === 'water');
    expect(water.map(({ check }) => ['l1', 'a1'].includes(check.by))).toEqual([true, true]);
  });
});
