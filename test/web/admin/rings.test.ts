import {
  type Alarm,
  createMemory,
  hear,
  isToSound,
  isUnseen,
  type Known,
  readKnown,
  ring,
  seeAll,
  soundAll,
  writeKnown,
} from '../../../web/admin/shell/rings.js';
import { memoryKeep } from '../memory-keep.js';

const alarm = (id: string, why: Alarm['why']): Alarm => ({
  id,
  why,
  what: 'Street light',
  createdAt: '2026-08-24T01:00:00.000Z',
});
const known = (...heard: [id: string, why: Alarm['why'], isSeen?: boolean, isSounded?: boolean][]): Known =>
  Object.fromEntries(
    heard.map(([id, why, isSeen = false, isSounded = false]) => [id, { why, isSeen, isSounded }]),
  );

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

describe('what is still to sound', () => {
  it.each<[string, Known, boolean]>([
    ['a danger that a silent page heard of', known(['a', 'danger']), true],
    ['no danger that a page has sounded for', known(['a', 'danger', false, true]), false],
    ['no danger that somebody has looked at', known(['a', 'danger', true]), false],
    ['nothing less than a danger', known(['a', 'stuck'], ['b', 'asked']), false],
    ['one of several', known(['a', 'danger', false, true], ['b', 'danger']), true],
  ])('is %s', (_what, heard, is) => {
    expect(isToSound(heard)).toBe(is);
    expect(isToSound(soundAll(heard))).toBe(false);
  });

  it('is a request that has become a danger after it rang for less', () => {
    const before = soundAll(hear([alarm('a', 'stuck')], {}).known);
    expect(isToSound(hear([alarm('a', 'stuck')], before).known)).toBe(false);
    expect(isToSound(hear([alarm('a', 'danger')], before).known)).toBe(true);
  });
});

describe('a danger sounds', () => {
  const refusing = { read: () => null, write: () => undefined };
  const full = { ...refusing, read: () => '{}' };

  it.each([
    ['keeps what it is given', memoryKeep()],
    ['keeps nothing', refusing],
    ['keeps nothing new', full],
  ])('once where the browser %s', (_what, keep) => {
    const memory = createMemory(keep, 'sanhehu');
    const sound = jest.fn();
    const turn = (...alarms: readonly Alarm[]) => {
      memory.write(hear(alarms, memory.read()).known);
      ring(memory, undefined, sound);
      return sound.mock.calls.length;
    };
    const dangers = [alarm('a', 'danger'), alarm('b', 'danger')] as const;
    expect([turn(dangers[0]), turn(dangers[0]), turn(...dangers), turn(...dangers)]).toEqual([1, 1, 2, 2]);
  });

  it.each(['muted', 'untouched'] as const)('for whoever comes to a page that was %s', (silent) => {
    const memory = createMemory(memoryKeep(), 'sanhehu');
    memory.write(hear([alarm('a', 'danger')], {}).known);
    const sound = jest.fn();
    ring(memory, silent, sound);
    expect(sound).not.toHaveBeenCalled();
    ring(memory, undefined, sound);
    expect(sound).toHaveBeenCalledTimes(1);
  });
});
