import { townChanges } from '../../../domain/town-checks/town-changes.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();

describe('what differs between two versions of a town', () => {
  it('is nothing between the same', () => {
    expect(townChanges(town, structuredClone(town))).toEqual([]);
  });

  it('is told by part and id: new, other than before, gone', () => {
    const [first, second, ...others] = town.staff;
    if (!first || !second) throw new Error('the sample town has no staff');
    const staff = [{ ...first, name: '示例改名' }, ...others, { ...second, id: 'new-cadre' }];
    expect(townChanges(town, { ...town, staff })).toEqual([
      { part: 'staff', added: ['new-cadre'], changed: [first.id], removed: [second.id] },
    ]);
  });
});
