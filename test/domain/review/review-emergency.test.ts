import type { RequestRecord } from '../../../domain/request/record.js';
import type { FieldsOf, TimelineEntry, TimelineType } from '../../../domain/request/timeline.js';
import { askedPeople, silentPeople } from '../../../domain/review/asked-people.js';
import { toReview } from '../../../domain/request/facts.js';
import { reviewsDue, withReview } from '../../../domain/review/open-review.js';
import { reviewEmergency } from '../../../domain/review/review-emergency.js';
import { reviewFigures } from '../../../domain/review/review-words.js';
import { factsOf } from '../../../domain/request/facts.js';
import { emergencies } from '../emergencies.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const MINUTE = 60_000;
const settings = { ...caseTown().settings, emergencies: emergencies() };

/** An emergency with this timeline; minutes from the report. */
const emergency = (
  ...entries: readonly [number, TimelineType, FieldsOf<TimelineEntry>?][]
): RequestRecord => ({
  ...aRequest({ category: 'gas-leak' }),
  timeline: entries.map(
    ([minute, type, more]) => ({ at: MONDAY_9_AM + minute * MINUTE, type, ...more }) as TimelineEntry,
  ),
});

const review = (record: RequestRecord, minute = 600) =>
  reviewEmergency(record, settings, MONDAY_9_AM + minute * MINUTE);

const HEAD = { step: 'head-alert' } as const;
const CREW = { step: 'crew-alert' } as const;

describe('whoever was called to an emergency', () => {
  it.each<[string, [number, TimelineType, FieldsOf<TimelineEntry>?][], [string, string, number?][]]>([
    [
      'answered',
      [
        [0, 'asked', { to: 'a1', ...HEAD }],
        [3, 'step-done', { by: 'a1', ...HEAD }],
      ],
      [['a1', 'answered', 3]],
    ],
    [
      'was silent, and so was the next, who is asked still',
      [
        [0, 'asked', { to: 'a1', ...HEAD }],
        [5, 'silent', { by: 'a1', to: 'b1', ...HEAD }],
        [10, 'silent', { by: 'b1', to: 'd1', ...HEAD }],
      ],
      [
        ['a1', 'silent', 5],
        ['b1', 'silent', 5],
        ['d1', 'waiting'],
      ],
    ],
    [
      'answered late, in place of the next',
      [
        [0, 'asked', { to: 'a1', ...HEAD }],
        [5, 'silent', { by: 'a1', to: 'b1', ...HEAD }],
        [6, 'step-done', { by: 'a1', ...HEAD }],
      ],
      [
        ['a1', 'answered', 6],
        ['b1', 'settled', 1],
      ],
    ],
    [
      'could not come',
      [
        [0, 'asked', { to: 'a1', ...HEAD }],
        [1, 'declined', { by: 'a1', to: 'b1', note: 'in hospital', ...HEAD }],
      ],
      [
        ['a1', 'declined', 1],
        ['b1', 'waiting'],
      ],
    ],
    [
      'was last on the ladder, and is one line however often they were asked',
      [
        [0, 'asked', { to: 'd1', ...HEAD }],
        [90, 'silent', { by: 'd1', to: 'd1', ...HEAD }],
      ],
      [['d1', 'silent', 90]],
    ],
    [
      'was asked for two things side by side',
      [
        [0, 'asked', { to: 'd1', ...HEAD }],
        [0, 'asked', { to: 'd1', ...CREW }],
        [5, 'silent', { by: 'd1', to: 't1', ...CREW }],
        [7, 'step-done', { by: 'd1', ...HEAD }],
      ],
      [
        ['d1', 'answered', 7],
        ['d1', 'silent', 5],
        ['t1', 'waiting'],
      ],
    ],
    [
      'was let go when a leader ended it',
      [
        [0, 'asked', { to: 'a1', ...HEAD }],
        [2, 'stood-down', { by: 't1' }],
      ],
      [['a1', 'settled', 2]],
    ],
  ])('%s', (_what, entries, expected) => {
    const rows = askedPeople(emergency(...entries));
    expect(
      rows.map(({ staff, outcome, at, askedAt }) => [
        staff,
        outcome,
        ...(at === undefined ? [] : [(at - askedAt) / MINUTE]),
      ]),
    ).toEqual(expected);
  });

  it('is named as silent once, and not where they answered anything', () => {
    const rows = askedPeople(
      emergency(
        [0, 'asked', { to: 'a1', ...HEAD }],
        [0, 'asked', { to: 'gas', ...CREW }],
        [5, 'silent', { by: 'a1', to: 'd1', ...HEAD }],
        [5, 'silent', { by: 'gas', to: 'd1', ...CREW }],
        [10, 'silent', { by: 'd1', to: 't1', ...CREW }],
        [11, 'step-done', { by: 'd1', ...HEAD }],
      ),
    );
    expect(silentPeople(rows)).toEqual(['a1', 'gas']);
  });
});

describe('the milestones of an emergency', () => {
  const reached = (record: RequestRecord, minute?: number) =>
    review(record, minute).milestones.map(({ milestone, minutes, isLate }) => [milestone, minutes, isLate]);

  it('are counted from the report, and late by the town’s limits', () => {
    const record = emergency(
      [4, 'on-the-way', { by: 'a1' }],
      [31, 'on-site', { by: 'a1' }],
      [200, 'safe', { by: 'gas' }],
      [500, 'restored', { by: 'gas' }],
      [500, 'done'],
    );
    expect(reached(record)).toEqual([
      ['taken', 4, false],
      ['on-the-way', 4, false],
      ['on-site', 31, true],
      ['safe', 200, false],
      ['restored', 500, false],
    ]);
    expect(review(record).milestones.map(({ limit }) => limit)).toEqual([5, undefined, 30, 240, undefined]);
  });

  it('that nobody has reached yet are late once their time has passed', () => {
    expect(reached(emergency(), 60)).toEqual([
      ['taken', undefined, true],
      ['on-the-way', undefined, false],
      ['on-site', undefined, true],
      ['safe', undefined, false],
      ['restored', undefined, false],
    ]);
  });

  it('that were not needed are not late: it was stood down', () => {
    const record = emergency([3, 'stood-down', { by: 't1', note: 'burnt toast' }]);
    expect(reached(record).filter(([, , isLate]) => isLate)).toEqual([]);
    expect(review(record).ended).toMatchObject({ how: 'stood-down', by: 't1', note: 'burnt toast' });
  });

  it('say who ended it, or that it is not over', () => {
    const record = emergency(
      [20, 'step-done', { by: 'gas', step: 'clear', note: 'valve shut' }],
      [20, 'safe', { by: 'gas' }],
      [21, 'done'],
    );
    expect(review(record).ended).toMatchObject({ how: 'safe', by: 'gas', note: 'valve shut' });
    expect(review(emergency([5, 'asked', { to: 'a1' }])).ended).toBeUndefined();
  });
});

describe('how it went, in one line', () => {
  it.each<[string, RequestRecord, string, string]>([
    [
      'with minutes and how many were silent',
      emergency(
        [0, 'asked', { to: 'a1', ...HEAD }],
        [5, 'silent', { by: 'a1', to: 'b1', ...HEAD }],
        [7, 'step-done', { by: 'b1', ...HEAD }],
        [30, 'on-site', { by: 'b1' }],
      ),
      '燃气：响应7分，到场30分，未应答1人',
      'Gas: taken 7m, site 30m, silent 1',
    ],
    ['where nobody came', emergency(), '燃气：无人响应', 'Gas: nobody came'],
    [
      'where it was stood down',
      emergency([3, 'stood-down', { by: 't1' }]),
      '燃气：已解除',
      'Gas: stood down',
    ],
  ])('%s', (_what, record, zh, en) => {
    expect(reviewFigures(review(record), { 'zh-CN': '燃气', en: 'Gas' })).toEqual({ 'zh-CN': zh, en });
  });
});

describe('an emergency is looked back on', () => {
  const MONDAY = '2026-08-24';
  const TUESDAY = '2026-08-25';
  const dueOn = (record: RequestRecord, date: string): boolean =>
    reviewsDue([factsOf(record)], settings, date).length > 0;

  it('on a day after it was reported, whether it is over or not', () => {
    expect([MONDAY, TUESDAY].map((date) => dueOn(emergency(), date))).toEqual([false, true]);
    expect(dueOn({ ...emergency([3, 'stood-down']), closedAs: 'no_answer' }, TUESDAY)).toBe(true);
  });

  it('once', () => {
    const begun = withReview(emergency(), { task: 'a-task', to: 't1', at: MONDAY_9_AM });
    expect(begun && dueOn(begun, TUESDAY)).toBe(false);
    expect(begun && withReview(begun, { task: 'a-task', to: 't1', at: MONDAY_9_AM })).toBeUndefined();
  });

  it('with the first report, not with each that was joined to it; and nothing else is', () => {
    expect(toReview({ ...emergency(), joinedTo: '9X2M3K7Q' })).toBeUndefined();
    expect(toReview(aRequest())).toBeUndefined();
  });
});
