import {
  causeTask,
  furtherNotices,
  ownerOfCause,
  withCause,
  withFurther,
} from '../../../domain/causes/cause-task.js';
import { recurrencesAt, recurrencesIn } from '../../../domain/causes/recurrences.js';
import { factsOf, type RequestFacts } from '../../../domain/request/facts.js';
import { openTask } from '../../../domain/task/task-record.js';
import { aRequest, MONDAY_9_AM } from '../request/a-request.js';
import { caseTown } from '../request/case-town.js';
import { TaskPlay } from '../task/task-play.js';

const DAY = 86_400_000;
const TOWN = caseTown({ supervisors: [{ staff: 'l1', role: 'leader', village: 'east-village' }] });
const PLACE = { village: 'east-village', group: 1, category: 'street-light' };

/** A request that was closed so many days after the first Monday. */
const closed = (id: string, day: number, changes: Partial<RequestFacts> = {}): RequestFacts => ({
  ...factsOf(aRequest({ id })),
  closedAs: 'satisfied',
  closedAt: MONDAY_9_AM + day * DAY,
  ...changes,
});
const THREE = [closed('A', 0), closed('B', 40), closed('C', 89)];
const found = (requests: RequestFacts[], day: number): string[][] =>
  recurrencesAt(requests, TOWN.settings, MONDAY_9_AM + day * DAY).map((one) =>
    one.requests.map(({ id }) => id),
  );

describe('what comes again', () => {
  it.each<[rule: string, requests: RequestFacts[], day: number, found: string[][]]>([
    ['is three closures of a place and category within 90 days', THREE, 89, [['A', 'B', 'C']]],
    ['is not two', THREE.slice(1), 89, []],
    ['is not three of which the first is longer ago', THREE, 91, []],
    ['is not what was taken back', [...THREE.slice(1), closed('D', 50, { closedAs: 'withdrawn' })], 89, []],
    [
      'is not another report of the same event',
      [...THREE.slice(1), closed('D', 50, { closedAs: 'joined' })],
      89,
      [],
    ],
    ['is not at another group', [...THREE.slice(1), closed('D', 50, { group: 2 })], 89, []],
    ['is not of another category', [...THREE.slice(1), closed('D', 50, { category: 'road' })], 89, []],
    ['is nowhere, where no group is known', THREE.map((one) => ({ ...one, group: undefined })), 89, []],
  ])('%s', (_rule, requests, day, expected) => {
    expect(found(requests, day)).toEqual(expected);
  });

  it('is found in the past by the day of the third closure, with all that came by then and later', () => {
    const all = [closed('E', 200), ...THREE, closed('X', 3, { category: 'road' })];
    expect(recurrencesIn(all, TOWN.settings)).toEqual([
      { ...PLACE, foundAt: MONDAY_9_AM + 89 * DAY, requests: ['A', 'B', 'C', 'E'] },
    ]);
    expect(recurrencesIn(all, { causes: { ...TOWN.settings.causes, closures: 4 } })).toEqual([]);
  });
});

describe('the task of finding the cause', () => {
  const begun = () =>
    new TaskPlay(openTask(causeTask(TOWN, PLACE, ['A', 'B', 'C']), '3ABCDEFG', MONDAY_9_AM), TOWN);

  it('is the supervising leader’s of the village, else the duty leader’s', () => {
    expect(ownerOfCause(TOWN, 'east-village')).toEqual({ ladder: 'person', staff: 'l1' });
    expect(ownerOfCause(TOWN, 'north-village')).toEqual({ ladder: 'department', department: 'town-leader' });
    expect([begun().asked, begun().task.figures?.['zh-CN']]).toEqual([
      'l1',
      '东村1组 street-light：90天内3次',
    ]);
  });

  it('is over once nothing came for so many days since they said what is done, with their words', () => {
    const play = begun().answer('replied', 'new cable');
    expect(play.open).toMatchObject({ quiet: true, until: MONDAY_9_AM + 30 * DAY });
    play.silent();
    expect(play.next).toEqual({ to: 'finished', result: 'cleared' });
    expect(play.task).toMatchObject({ by: 'l1', note: 'new cable' });
  });

  it('is asked about again, with the new count, when something comes before that', () => {
    const play = begun().answer('replied', 'new cable');
    const grown = withFurther(play.task, TOWN, 'D', play.at);
    if (!grown) throw new Error('it was not added');
    expect(furtherNotices(grown, TOWN, 'D')).toEqual([]);
    play.task = grown;
    play.act({
      action: 'answered',
      ask: play.open.n,
      answer: { option: 'failed', by: 'system', at: play.at },
      at: play.at,
    });
    expect([play.asked, play.open.kind]).toEqual(['l1', 'supervision']);
    expect(play.task.figures?.en).toContain('4 times');
    expect(play.task.cause?.requests).toEqual(['A', 'B', 'C', 'D']);
  });

  it('that nobody has answered gets a further request once, and its owner is told', () => {
    const { task } = begun();
    const grown = withFurther(task, TOWN, 'D', MONDAY_9_AM);
    expect(grown && furtherNotices(grown, TOWN, 'D').map(({ staff, text }) => [staff, text])).toEqual([
      ['l1', 'told-cause-further'],
    ]);
    expect(grown && withFurther(grown, TOWN, 'D', MONDAY_9_AM)).toBeUndefined();
    expect(withFurther({ ...task, result: 'cleared' }, TOWN, 'D', MONDAY_9_AM)).toBeUndefined();
  });

  it('is never missed: whoever owns it is asked until they answer, and the duty leader hears of it', () => {
    const play = begun().silent();
    expect([play.asked, play.told.map(({ text }) => text)]).toEqual(['l1', ['told-task-overdue']]);
  });

  it('is linked to its requests once each', () => {
    const linked = withCause(aRequest(), { task: 'T', to: 'l1', at: MONDAY_9_AM });
    expect(linked && factsOf(linked).causes).toEqual(['T']);
    expect(linked && withCause(linked, { task: 'T', to: 'l1', at: MONDAY_9_AM })).toBeUndefined();
  });
});
