import { brokenRules } from '../../../tools/month/broken-rules.js';
import type { MonthRecord } from '../../../tools/month/month-record.js';
import { Townspeople } from '../../../tools/month/townspeople.js';
import { Agenda } from '../../../tools/month/agenda.js';
import type { LocalCloud } from '@small-grid/local-cloud';
import { aRequest } from '../../domain/request/a-request.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
const SATURDAY = { from: '2026-08-29', days: 2 };
const end = Date.parse('2026-08-31T00:00:00+08:00');
const SIGNATURE = town.settings.sms.signature['zh-CN'];

/** A weekend without anything, on a cloud that sent these texts and logged these lines. */
function month(
  changes: Partial<MonthRecord> = {},
  { sent = [] as { at: number; body: string }[], logs = [] as string[] } = {},
): MonthRecord {
  const cloud = {
    sms: { sent: () => sent, onSent: () => () => undefined },
    logs: () => logs,
  } as unknown as LocalCloud;
  return {
    cloud,
    people: new Townspeople(cloud, town, new Agenda(), 1),
    start: end - 2 * 86_400_000,
    end,
    town,
    span: SATURDAY,
    cases: [],
    requests: [],
    tasks: [],
    rounds: [],
    lots: [],
    quotas: [],
    met: 0,
    executions: [],
    written: '',
    ...changes,
  };
}

const broken = (...given: Parameters<typeof month>): string[] =>
  brokenRules(month(...given)).map(({ rule }) => rule);
const request = aRequest();
const closed = { ...request, closedAs: 'satisfied' as const, closedAt: end, owner: 'g52-a' };
const night = Date.parse('2026-08-29T23:00:00+08:00');
const check = { task: 'TASK', by: 'village-leader-1', method: 'field' as const };
const weekly = (checks: object[]) => ({
  town: town.settings.id,
  kind: 'weekly-inspection' as const,
  date: '2026-08-29',
  version: 1,
  report: JSON.parse(JSON.stringify({ startedAt: 0, checks, publishedAt: 1 })) as Record<string, never>,
});

const monthly = (checks: object[]) => ({
  ...weekly(checks),
  kind: 'monthly-inspection' as const,
  date: '2026-08',
});
const lot = {
  town: town.settings.id,
  date: '2026-08',
  at: 0,
  seed: 'of the test',
  atLeast: 100,
  period: { from: 0, to: 1 },
  inspectors: [],
  list: '',
};

describe('a month that kept every rule', () => {
  it('breaks none', () => {
    expect(broken()).toEqual([]);
  });

  it('called nobody whom its lot does not have', () => {
    expect(broken({ rounds: [monthly([])], lots: [lot] })).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/telephone sample/)]),
    );
  });
});

describe('a month is found out when', () => {
  it.each<[string, Parameters<typeof month>, RegExp]>([
    ['a request has no execution', [{ requests: [closed] }], /one execution/],
    ['nobody is asked about an open request', [{ requests: [request] }], /somebody is always asked/],
    [
      'a request was closed twice',
      [
        {
          requests: [
            {
              ...closed,
              timeline: [1, 2].map((at) => ({ at, type: 'closed' as const, as: 'satisfied' as const })),
            },
          ],
        },
      ],
      /closed at most once/,
    ],
    [
      'a day off was closed like a working day',
      [
        {
          executions: [
            { machine: 'DailyClose', name: 'sanhehu-2026-08-29', status: 'SUCCEEDED', executionArn: '' },
          ],
        },
      ],
      /held once on each of its days/,
    ],
    [
      'a working day was not closed',
      [{ span: { from: '2026-08-28', days: 1 } }],
      /held once on each of its days/,
    ],
    ['a finding is not put right', [{ rounds: [weekly([{ ...check, result: 'failed' }])] }], /every finding/],
    [
      'somebody inspects their own work',
      [{ rounds: [weekly([{ ...check, request: closed.id, by: 'g52-a' }])], requests: [closed] }],
      /nobody inspects/,
    ],
    [
      'fewer are called than the lot has candidates',
      [{ rounds: [monthly([])], lots: [{ ...lot, list: '52 7Q3K9M2X 1\n' }] }],
      /telephone sample/,
    ],
    ['a telephone sample was drawn from nothing', [{ rounds: [monthly([])] }], /telephone sample/],
    ['people are not counted', [{ met: 3 }], /is counted, once/],
    [
      'a text comes at night',
      [{}, { sent: [{ at: night, body: `${SIGNATURE}您的诉求已办结` }] }],
      /quiet hours/,
    ],
    ['a text is not signed', [{}, { sent: [{ at: end, body: '您好' }] }], /every text is signed/],
    ['a function failed', [{}, { logs: ['{"level":"error"}'] }], /no function fails/],
  ])('%s', (_, given, rule) => {
    expect(broken(...given)).toEqual(expect.arrayContaining([expect.stringMatching(rule)]));
  });

  it('what somebody typed was written down', () => {
    const leaky = month({ written: 'a log line with +8619930000001 in it' });
    leaky.people.typed.add('+8619930000001');
    expect(brokenRules(leaky)).toMatchObject([{ by: ['+8619930000001'] }]);
  });
});
