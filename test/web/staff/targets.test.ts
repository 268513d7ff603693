import { countPicked, groupTargets, noteOfPicked, pickCounts, pickedIn } from '../../../web/staff/targets.js';
import { memoryKeep } from '../memory-keep.js';
import { anAsk } from './an-ask.js';

const targets = {
  departments: [
    { id: 'water', name: '供水公司', keywords: ['供水', 'water'] },
    { id: 'power', name: '供电所', keywords: ['供电'], likely: true as const },
    { id: 'build', name: '城建办', keywords: ['城建'] },
  ],
  grids: [
    { number: 5, name: '大王庄村第1网格' },
    { number: 52, name: '朱口村第2网格' },
  ],
};
const names = (group: readonly { readonly name: string }[]) => group.map(({ name }) => name);

describe('whom a request is passed on to', () => {
  it('is first whom the town gives such matters to, then whom this phone picked most', () => {
    const { often, others, grids } = groupTargets(targets, 'transfer', '', { build: 3, water: 5 });
    expect(names(often)).toEqual(['供电所', '供水公司', '城建办']);
    expect([others, grids]).toEqual([[], []]);
  });

  it.each([
    ['供', ['供电所'], ['供水公司'], []],
    ['ＷＡＴＥＲ', [], ['供水公司'], []],
    ['5', [], [], ['大王庄村第1网格', '朱口村第2网格']],
    ['朱口', [], [], ['朱口村第2网格']],
    ['月球', [], [], []],
  ])('is found by a part of a name, a keyword or a number: %s', (typed, often, others, grids) => {
    const found = groupTargets(targets, 'transfer', typed, {});
    expect([names(found.often), names(found.others), names(found.grids)]).toEqual([often, others, grids]);
  });

  it('is no grid where several departments are called', () => {
    expect(groupTargets(targets, 'call', '朱口', {}).grids).toEqual([]);
  });

  it('is named in the answer, several beside each other, and a grid by its number', () => {
    expect(pickedIn(noteOfPicked(['供水公司', '供电所']))).toEqual(['供水公司', '供电所']);
    expect(pickedIn('')).toEqual([]);
    expect(groupTargets(targets, 'place', '52', {}).grids[0]?.said).toBe('52');
  });

  it('is counted on the device alone, each time that it is picked', () => {
    const keep = memoryKeep();
    const ask = anAsk({ targets });
    countPicked(keep, ask, '供水公司、城建办');
    countPicked(keep, ask, '城建办');
    countPicked(keep, ask, '52');
    expect(pickCounts(keep)).toEqual({ water: 1, build: 2 });
  });
});
