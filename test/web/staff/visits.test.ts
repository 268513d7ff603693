import { visitsAnswer } from '../../../contracts/staff/visits.js';
import { readAnswer } from '../../../web/read-answer.js';
import { readRoute } from '../../../web/staff/route.js';
import {
  dueWhen,
  EMPTY_VISIT,
  missingInVisit,
  recordedVisitOf,
  sentVisitOf,
  visitBody,
} from '../../../web/staff/visits.js';

describe('a visit before it travels over a slow network', () => {
  test.each([
    ['needs how many were met', {}, 'people'],
    ['needs it in digits', { people: '三' }, 'people'],
    ['needs words about a finding', { people: '3', problem: true, note: ' ' }, 'note'],
    ['is complete with nobody at home', { people: '0' }, undefined],
    ['is complete in full width', { people: '１２' }, undefined],
  ])('%s', (_title, draft, missing) => {
    expect(missingInVisit({ ...EMPTY_VISIT, ...draft })).toBe(missing);
  });

  it('is sent without what was left empty', () => {
    expect(visitBody(12, 'k', { ...EMPTY_VISIT, people: ' ３ ' })).toEqual({
      household: 12,
      key: 'k',
      people: 3,
    });
    expect(visitBody(12, 'k', { people: '2', note: ' 漏水 ', problem: true, sure: false })).toEqual({
      household: 12,
      key: 'k',
      people: 2,
      note: '漏水',
      problem: true,
    });
  });
});

describe('a household that is due', () => {
  // In the town it is the 25th already.
  const now = Date.parse('2026-08-24T17:00:00Z');
  test.each([
    ['in a week that is over is overdue', '2026-08-23', 'overdue'],
    ['on a day of this week that is over is not: the grid has the week', '2026-08-24', 'this-week'],
    ['on the last day of this week is due in it', '2026-08-30', 'this-week'],
    ['after this week is due later', '2026-08-31', 'later'],
  ])('%s', (_title, dueOn, when) => {
    expect(dueWhen({ dueOn }, now, 'Asia/Shanghai')).toBe(when);
  });
});

describe('a visit that was to be sent', () => {
  it('is read back from what was sent', () => {
    const body = { visits: [visitBody(12, 'k', { ...EMPTY_VISIT, people: '0' })] };
    expect(sentVisitOf(JSON.parse(JSON.stringify(body)))).toEqual({ household: 12, people: 0 });
    expect([{}, { visits: [] }, { visits: ['x'] }, 'x'].map(sentVisitOf)).toEqual(Array(4).fill(undefined));
  });
});

describe('what the service answers', () => {
  it('is read household by household, and what cannot be read is left out', () => {
    const due = {
      household: 3,
      class: 'key household',
      dueOn: '2026-08-28',
      carriedOver: true,
      visited: false,
    };
    const visits = readAnswer(visitsAnswer, {
      grid: 52,
      name: { 'zh-CN': '52网格', en: 'Grid 52' },
      week: '2026-08-24',
      until: '2026-08-30T16:00:00.000Z',
      due: [due, { household: 'x' }],
      waiting: 2,
    });
    expect(visits?.due).toEqual([due]);
    expect(visits?.until).toBe('2026-08-30T16:00:00.000Z');
    expect(readAnswer(visitsAnswer, { grid: 52 })).toBeUndefined();
  });

  it('to a visit names the request that a finding became', () => {
    expect(recordedVisitOf({ recorded: [{ household: 3, request: '7Q3K9M2X' }], left: 1 })).toEqual({
      household: 3,
      request: '7Q3K9M2X',
    });
    expect(recordedVisitOf({ recorded: [] })).toBeUndefined();
  });
});

describe('an address', () => {
  test.each([
    [
      '/asks/7Q3K9M2X-1',
      '?town=sanhehu&sig=a&lang=en',
      { page: 'ask', link: '/asks/7Q3K9M2X-1?town=sanhehu&sig=a' },
    ],
    ['/visits/52', '?town=sanhehu&sig=a', { page: 'visits', link: '/visits/52?town=sanhehu&sig=a' }],
    ['/asks/', '', { page: 'none' }],
    ['/asks/a/b', '', { page: 'none' }],
  ])('%s%s is a page, the language aside', (pathname, search, route) => {
    expect(readRoute({ pathname, search })).toEqual(route);
  });
});
