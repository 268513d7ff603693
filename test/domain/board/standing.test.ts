import { alarmsOf, countStandings, type Looking, stands } from '../../../domain/board/standing.js';
import { type Standing, STANDINGS } from '../../../domain/board/standings.js';
import { closeDay } from '../../../domain/daily-close/close-day.js';
import { dueRange } from '../../../domain/request/due-range.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import { isDueIn, isOverdue, latenessOf } from '../../../domain/request/running-deadline.js';
import type { Status } from '../../../domain/request/status.js';
import type { WaitReason } from '../../../domain/request/waits-for.js';
import { countFigures } from '../../../domain/statistics/count-figures.js';
import { countWaiting } from '../../../domain/executions/waiting-state.js';
import { urgencyOf } from '../../../web/admin/requests/urgency.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const HOUR = 3_600_000;
const town = caseTown();
const [desk = ''] = town.departments.find(({ id }) => id === 'duty-desk')?.contacts ?? [];
const at = MONDAY_9_AM;
const looking: Looking = { town, roles: ['duty-desk'], at };

interface Given extends Partial<RequestFacts> {
  readonly status?: Status;
  readonly waitsFor?: WaitReason;
  readonly staff?: string[];
}

function open({ status = 'accepted', waitsFor, staff, ...changes }: Given = {}) {
  const asked = staff?.map(
    (id) => ({ staff: id, ladder: { ladder: 'person', staff: id }, rung: 0 }) as const,
  );
  const waits = waitsFor && { for: waitsFor, ...(asked ? { asked } : {}) };
  return { facts: { ...factsOf(aRequest()), createdAt: at - HOUR, ...changes, waits }, status };
}

const late = { dueAt: at - HOUR };
const MIDNIGHT = Date.parse('2026-08-25T00:00:00+08:00');

/** The colour of its deadline on the board. */
const shownAs = ({ facts: { dueAt, pausedSince, waits } }: ReturnType<typeof open>) =>
  urgencyOf(
    {
      ...(dueAt === undefined ? {} : { dueAt: new Date(dueAt).toISOString() }),
      ...(pausedSince === undefined ? {} : { pausedSince: new Date(pausedSince).toISOString() }),
      ...(waits ? { waitsFor: waits.for } : {}),
    },
    at,
    town.settings.timeZone,
  );

describe('how an open request stands', () => {
  it.each<[string, Given, readonly Standing[]]>([
    ['an emergency until it is over', { path: 'emergency', ...late }, ['danger', 'overdue']],
    [
      'an emergency of which the resident is asked how it was',
      { path: 'emergency', status: 'awaiting_confirmation', waitsFor: 'confirmation', ...late },
      ['waiting'],
    ],
    ['a step that failed', { waitsFor: 'attention' }, ['stuck']],
    ['one that nobody has placed', { unplaced: true, waitsFor: 'placing' }, ['unplaced']],
    ['one whose time ran out this moment', { dueAt: at, waitsFor: 'grid' }, ['overdue']],
    ['one that is due in a moment', { dueAt: at + 1, waitsFor: 'grid' }, ['today']],
    ['one that is due tomorrow', { dueAt: at + 24 * HOUR, waitsFor: 'grid' }, []],
    ['one whose resident owes documents', { ...late, pausedSince: at, waitsFor: 'documents' }, ['waiting']],
    ['one whose resident is asked back', { waitsFor: 'question' }, ['waiting']],
    ['one that waits for the first report', { ...late, waitsFor: 'first-report' }, []],
    ['one that asks the duty desk', { waitsFor: 'attention', staff: [desk] }, ['stuck', 'asked']],
    [
      'one that was closed, late, and of which the closing failed',
      { ...late, status: 'closed', closedAt: at, closedAs: 'satisfied', waitsFor: 'attention' },
      ['stuck'],
    ],
    ['one that asks somebody else', { waitsFor: 'grid', staff: ['a1'] }, []],
    [
      'one whose place anybody of the desk may say',
      { unplaced: true, waitsFor: 'placing', staff: ['a1'] },
      ['unplaced', 'asked'],
    ],
    [
      'one whose place is asked for beside whoever comes first',
      { unplaced: true, waitsFor: 'acceptance', staff: ['a1'] },
      ['unplaced', 'asked'],
    ],
  ])('%s', (_what, given, standings) => {
    expect(STANDINGS.filter((standing) => stands(standing, open(given), looking))).toEqual(standings);
  });

  it('what is asked of somebody is theirs, and the desk’s for whoever may answer for it', () => {
    const request = open({ waitsFor: 'attention', staff: [desk] });
    const asked = (who: Partial<Looking>) => stands('asked', request, { ...looking, ...who });
    expect(asked({ roles: ['leader'] })).toBe(false);
    expect(asked({ roles: ['leader'], staff: desk })).toBe(true);
    expect(asked({ roles: ['administrator'] })).toBe(true);
  });
});

describe('what is overdue', () => {
  const waits: readonly (WaitReason | undefined)[] = [
    undefined,
    'grid',
    'documents',
    'confirmation',
    'first-report',
  ];
  const cases = waits.flatMap((waitsFor) =>
    [at - HOUR, at, at + 1].flatMap((dueAt) => [
      open({ waitsFor, dueAt }),
      open({ waitsFor, dueAt, pausedSince: at - HOUR }),
    ]),
  );

  it('is the same on the board, in its filter, at the daily close and in the statistics', () => {
    for (const request of cases) {
      const { facts } = request;
      const missed = countFigures(
        { requests: [facts], visits: [], receptions: [], causes: [] },
        { from: 0, to: at + 1 },
      ).onTimeRate;
      const closed = closeDay([facts], { date: '2026-08-24', from: 0, to: at });
      const [waiting] = countWaiting([facts], at, town.settings.timeZone);
      expect([
        isDueIn(facts, dueRange('overdue', at, town.settings)),
        countStandings([request], looking).overdue === 1,
        closed.total.overdue === 1,
        missed.of === 1,
        waiting?.overdue === 1,
        shownAs(request) === 'overdue',
      ]).toEqual(Array(6).fill(isOverdue(facts, at)));
    }
  });
});

describe('how late an open request is', () => {
  it.each([
    ['overdue', { waitsFor: 'grid', dueAt: at - HOUR }],
    ['overdue', { waitsFor: 'grid', dueAt: at }],
    ['today', { waitsFor: 'grid', dueAt: at + 1 }],
    ['today', { waitsFor: 'grid', dueAt: MIDNIGHT - 1 }],
    ['later', { waitsFor: 'grid', dueAt: MIDNIGHT }],
    ['still', { waitsFor: 'grid' }],
    ['still', { waitsFor: 'documents', dueAt: at - HOUR, pausedSince: at - 2 * HOUR }],
    ['still', { waitsFor: 'confirmation', dueAt: at - HOUR }],
  ] as const)('%s of %j, on the board as on its filter and in its colour', (lateness, given) => {
    const request = open(given);
    expect(latenessOf(request.facts, at, town.settings.timeZone)).toBe(lateness);
    expect(isDueIn(request.facts, dueRange('today', at, town.settings))).toBe(lateness === 'today');
    expect(['overdue', 'today', 'later'].find((one) => one === shownAs(request)) ?? 'still').toBe(lateness);
  });
});

describe('what somebody is called for', () => {
  it('is each request once, for the gravest of its reasons, the gravest and then the newest first', () => {
    const requests = [
      open({ id: 'asked', waitsFor: 'grid', staff: [desk] }),
      open({ id: 'stuck', waitsFor: 'attention', staff: [desk] }),
      open({ id: 'old', path: 'emergency', waitsFor: 'attention', staff: [desk], createdAt: 1 }),
      open({ id: 'new', path: 'emergency', createdAt: 2 }),
      open({ id: 'late', ...late }),
    ];
    expect(alarmsOf(requests, looking).map(({ facts, why }) => [facts.id, why])).toEqual([
      ['new', 'danger'],
      ['old', 'danger'],
      ['stuck', 'stuck'],
      ['asked', 'asked'],
    ]);
  });
});
