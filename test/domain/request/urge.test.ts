import { urge, urgedAsks, urgeNotice } from '../../../domain/request/urge.js';
import { planAsk } from '../../../domain/asks/plan-ask.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { describeEntry } from '../../../domain/request/describe-entry.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';

const HOUR = 3_600_000;
const at = MONDAY_9_AM + HOUR;
const rules = rulesFor('street-light');
const { a = '', b = '' } = rules.town.grids[0]?.posts ?? {};
const by = 'desk';

const asking = (record: RequestRecord, staff: string, until: number): RequestRecord =>
  planAsk(
    record,
    {
      kind: 'outcome',
      to: { who: 'staff', staff, ladder: { ladder: 'person', staff }, rung: 0, last: false },
      until,
    },
    MONDAY_9_AM,
  ).record;
const asked = asking(asking(aRequest(), a, at + HOUR), b, at + 2 * HOUR);

describe('a reminder by hand', () => {
  it('goes to each of the staff who is asked, once', () => {
    const twice = asking(asked, a, at);
    expect(urgedAsks(twice).map(({ to, until }) => [to.who === 'staff' && to.staff, until])).toEqual([
      [b, at + 2 * HOUR],
      [a, at],
    ]);
  });

  it('is not sent again within the time the town sets, and then counted in one entry', () => {
    const first = urge(asked, rules, { by, at });
    if (!('record' in first)) throw new Error(first.why);
    expect(urge(first.record, rules, { by, at: at + HOUR / 4 })).toEqual({ why: 'urged-lately' });
    const second = urge(first.record, rules, { by, at: at + HOUR / 2 });
    if (!('record' in second)) throw new Error(second.why);
    const entries = second.record.timeline.filter(({ type }) => type === 'urged');
    expect(entries).toMatchObject([
      { to: a, times: 2, at: at + HOUR / 2 },
      { to: b, times: 2 },
    ]);
    const [entry] = entries;
    expect(entry && describeEntry(entry, second.record, rules, 'zh-CN')).toMatch(/催办.*共2次/);
  });

  it('is nobody’s where only the resident, or nobody, is asked', () => {
    expect(urge(aRequest(), rules, { by, at })).toEqual({ why: 'nobody-asked' });
    expect(urge({ ...asked, closedAs: 'satisfied' }, rules, { by, at })).toEqual({ why: 'nobody-asked' });
  });

  it('asks the same question, and says that it is a reminder', () => {
    const [ask] = urgedAsks(asked);
    const notice = ask && urgeNotice(asked, rules, ask, { code: 'K7F2', at });
    expect(notice).toMatchObject({ to: { staff: a }, values: { code: 'K7F2' } });
    expect(notice?.values.before).toMatch(/^(催办|Reminder)/);
  });
});
