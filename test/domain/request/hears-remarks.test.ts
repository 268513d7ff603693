import { takesRemarks } from '../../../contracts/resident/may-add.js';
import { deadline } from '../../../domain/deadlines/deadline.js';
import { hearsRemarks } from '../../../domain/request/remark.js';
import { requestView } from '../../../domain/request/request-view.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { rulesFor } from './case-town.js';

const rules = rulesFor('street-light');
const { settings } = rules.town;
const until = deadline(MONDAY_9_AM, settings.objectWithin, settings);
const closed = { status: 'closed', closedAt: MONDAY_9_AM } as const;

describe('words of a resident are taken where their page takes them', () => {
  it.each([
    ['while it is open', {}, MONDAY_9_AM, true],
    ['not once it is settled', { ...closed, closedAs: 'satisfied' }, MONDAY_9_AM, false],
    ['not once it is taken back', { status: 'withdrawn', closedAs: 'withdrawn' }, MONDAY_9_AM, false],
    ['after a refusal, to object', { ...closed, closedAs: 'refused' }, until - 1, true],
    ['and no longer than that', { ...closed, closedAs: 'refused' }, until, false],
  ] as const)('%s', (_, changes, at, taken) => {
    const record = { ...aRequest(), ...changes };
    const view = requestView(record, rules, 'en');
    expect([hearsRemarks(record, settings, at), takesRemarks(view, at)]).toEqual([taken, taken]);
  });
});
