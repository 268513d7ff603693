import { likelyDepartments, namedDepartments } from '../../../domain/request/find-target.js';
import { sampleTown } from '../../towns/sample-town.js';

describe('departments as people name them', () => {
  it.each<[string, string[], string[], string?]>([
    ['城管 供电 供水', ['construction-office', 'power-supply', 'water-company'], []],
    ['城建办、供电所和供水公司', ['construction-office', 'power-supply', 'water-company'], []],
    ['请城管供电一起', ['construction-office', 'power-supply'], []],
    ['供电 供电所', ['power-supply'], []],
    ['供电 水务', ['power-supply'], ['水务']],
    ['供电、供水：路塌了，管子露出来了', ['power-supply', 'water-company'], [], '路塌了,管子露出来了'],
    ['供电 供水 老王家门口塌了一大片', ['power-supply', 'water-company'], [], '老王家门口塌了一大片'],
    ['water, gas and power supply', ['water-company', 'gas-company', 'power-supply'], []],
    ['water watter', ['water-company'], ['watter']],
    ['', [], []],
  ])('"%s"', (words, departments, unknown, note = '') => {
    expect(namedDepartments(sampleTown(), words)).toEqual({ departments, unknown, note });
  });

  it.each([
    ['水务', 'water-company'],
    ['电业局', 'power-supply'],
    ['watter', 'water-company'],
  ])('that none is called so suggest one: %s', (word, likely) => {
    expect(likelyDepartments(sampleTown(), [word])[0]).toBe(likely);
  });
});
