import { lookerRole } from '../../../domain/access/looks.js';
import { sampleTown } from '../../towns/sample-town.js';

/* Whoever complains about staff was promised that the inspection team alone reads it. */
describe('a resident is told who looked', () => {
  it.each([
    ['inspection-team-1', 'inspector'],
    ['duty-desk-1', 'duty-desk'],
    ['civil-affairs-1', 'department'],
    ['g52-a', 'town-cadre'],
    ['nobody', undefined],
  ])('%s is %s', (staff, role) => {
    expect(lookerRole(sampleTown(), staff)).toBe(role);
  });
});
