import { changeTown } from '../../../tools/replay/change-town.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();

describe('town data changed for a replay', () => {
  it('takes a value of the settings, or of another part by its ids, and leaves the town itself as it is', () => {
    const before = structuredClone(town);
    const changed = changeTown(town, [
      'paths.coordinated.settleWithin.workingDays=3',
      'limits.transfers=1',
      'programmes.cataract-surgery.stages.approvals.steps.red-cross-approval.within.workingDays=2',
      'ladder=[post-a, post-b, {department: duty-desk}]',
    ]);
    expect(changed).toMatchObject({
      ok: true,
      town: {
        settings: {
          paths: { coordinated: { settleWithin: { workingDays: 3 } } },
          limits: { transfers: 1 },
          ladder: ['post-a', 'post-b', { department: 'duty-desk' }],
        },
      },
      changes: [
        { path: 'paths.coordinated.settleWithin.workingDays', before: 5, after: 3 },
        { path: 'limits.transfers', before: 2, after: 1 },
        { before: 3, after: 2 },
        { path: 'ladder' },
      ],
    });
    expect(town).toEqual(before);
  });

  it('lets one unit of an allowance take the place of another', () => {
    const changed = changeTown(town, ['paths.same-day.settleWithin.workingHours=6']);
    const settleWithin = changed.ok ? changed.town.settings.paths['same-day'].settleWithin : undefined;
    expect(settleWithin).toEqual({ workingHours: 6 });
    expect(changed).toMatchObject({
      changes: [{ before: { endOfWorkingDay: { cutOff: '16:00' } }, after: 6 }],
    });
  });

  it.each([
    [
      'a value that does not fit',
      'paths.coordinated.settleWithin.workingDays=soon',
      'paths.coordinated.settleWithin',
    ],
    [
      'no value of time at all',
      'paths.coordinated.settleWithin.workingDays=0',
      'paths.coordinated.settleWithin',
    ],
    ['a field that there is not', 'limits.transfer=1', 'limits.transfer is no known field'],
    [
      'a part that there is not',
      'paths.coordinate.settleWithin.workingDays=3',
      'there is no coordinate; there are same-day, programme',
    ],
    [
      'a programme that there is not',
      'programmes.cataracts.yuan=3',
      'there is no cataracts; there are cataract-surgery',
    ],
    ['a department that the town has not', 'ladder=[{department: nobody}]', 'nobody'],
    ['no value', 'limits.transfers', 'must be PATH=VALUE'],
  ])('says what is wrong, and where: %s', (_, set, message) => {
    const changed = changeTown(town, ['limits.extensions=2', set]);
    const problems = changed.ok ? [] : changed.problems;
    expect(problems.map(({ en }) => en).join('\n')).toContain(message);
    expect(problems.every((problem) => problem['zh-CN'].length > 0)).toBe(true);
  });
});
