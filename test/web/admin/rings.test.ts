import {
  type Alarm,
  hear,
  isUnseen,
  type Known,
  readKnown,
  seeAll,
  writeKnown,
} from '../../../web/admin/shell/rings.js';
import { memoryKeep } from '../memory-keep.js';

const alarm = (id: string, why: Alarm['why']): Alarm => ({
  id,
  why,
  what: 'Street light',
  createdAt: '2026-08-24T01:00:00.000Z',
});
const known = (...heard: [id: string, why: Alarm['why'], isSeen?: boolean][]): Known =>
  Object.fromEntries(heard.map(([id, why, isSeen = false]) => [id, { why, isSeen }]));

describe('what rings', () => {
  it.each<[string, readonly Alarm[], Known, readonly string[]]>([
    ['each request once', [alarm('a', 'danger'), alarm('b', 'asked')], {}, ['a', 'b']],
    ['what rang before does not', [alarm('a', 'danger')], known(['a', 'danger']), []],
    ['what was seen does not', [alarm('a', 'stuck')], known(['a', 'stuck', true]), []],
    ['what has become graver does', [alarm('a', 'danger')], known(['a', 'asked', true]), ['a']],
    ['what has become less grave does not', [alarm('a', 'asked')], known(['a', 'danger', true]), []],
    ['nothing where nothing is the matter', [], known(['a', 'danger']), []],
  ])('%s', (_what, alarms, before, rung) => {
    expect(hear(alarms, before).fresh.map(({ id }) => id)).toEqual(rung);
  });

  it('is remembered while it lasts, and forgotten when it is over', () => {
    const first = hear([alarm('a', 'stuck'), alarm('b', 'asked')], {});
    const seen = seeAll(first.known);
    const later = hear([alarm('a', 'danger'), alarm('b', 'asked')], seen).known;
    expect([isUnseen(later, { id: 'a' }), isUnseen(later, { id: 'b' })]).toEqual([true, false]);
    expect(hear([alarm('b', 'asked')], later).known).toEqual(known(['b', 'asked', true]));
  });

  it('is kept on the device by town; what cannot be read is forgotten', () => {
    const keep = memoryKeep();
    writeKnown(keep, 'sanhehu', known(['a', 'danger', true]));
    expect(readKnown(keep, 'sanhehu')).toEqual(known(['a', 'danger', true]));
    expect(readKnown(keep, 'elmford')).toEqual({});
    keep.write('console-alarms.sanhehu', '{"a":{"why":"boredom"},"b":1}');
    expect(readKnown(keep, 'sanhehu')).toEqual({});
  });
});
