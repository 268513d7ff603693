import { followUpsDue, followUpTask, withFollowUpBegun } from '../../../domain/task/begin-follow-up.js';
import { factsOf } from '../../../domain/request/facts.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';

const served = (changes: Partial<RequestRecord> = {}): RequestRecord => ({
  ...aRequest({ category: 'surgery' }),
  grid: 1,
  followUps: ['2026-08-31', '2026-09-23'],
  ...changes,
});
const due = (record: RequestRecord, date: string) =>
  followUpsDue([factsOf(record)], date).map((one) => one.date);

describe('a follow-up', () => {
  it.each([
    ['2026-08-30', []],
    ['2026-08-31', ['2026-08-31']],
    ['2026-09-07', ['2026-08-31']],
    ['2026-10-09', ['2026-08-31', '2026-09-23']],
  ])('is due on %s: %j', (date, dates) => {
    expect(due(served(), date)).toEqual(dates);
  });

  it('is begun once: then it is due no more, and its facts name only what is to come', () => {
    const begun = withFollowUpBegun(served(), '2026-08-31', MONDAY_9_AM);
    expect(begun?.timeline.at(-1)).toEqual({ at: MONDAY_9_AM, type: 'follow-up-due' });
    expect(due(begun ?? served(), '2026-10-09')).toEqual(['2026-09-23']);
    expect(withFollowUpBegun(begun ?? served(), '2026-08-31', MONDAY_9_AM)).toBeUndefined();
    const both = withFollowUpBegun(begun ?? served(), '2026-09-23', MONDAY_9_AM);
    expect(factsOf(both ?? served()).followUps).toBeUndefined();
  });

  it("is a task of the grid's own team, or of the duty desk where there is no grid", () => {
    const [one] = followUpsDue([factsOf(served())], '2026-08-31');
    if (!one) throw new Error('nothing is due');
    expect(followUpTask(caseTown(), one)).toMatchObject({
      purpose: 'follow-up/7Q3K9M2X/2026-08-31',
      kind: 'follow-up',
      title: { en: 'programme surgery' },
      to: { ladder: 'team', grid: 1 },
      request: '7Q3K9M2X',
    });
    const nowhere = { ...one, request: { ...one.request, grid: undefined } };
    expect(followUpTask(caseTown(), nowhere).to).toEqual({ ladder: 'department', department: 'duty-desk' });
  });
});
