import { lookerRole } from '../../../domain/access/looks.js';
import { sampleTown } from '../../towns/sample-town.js';

const sample = sampleTown();
/** The head of grid 52 is on the lists of the inspection team and the duty desk, too. */
const town = {
  ...sample,
  departments: sample.departments.map((one) =>
    one.id === 'civil-affairs' ? one : { ...one, contacts: [...one.contacts, 'g52-a'] },
  ),
};
const complaint = { confidential: { about: [] } };

/* Whoever complains about staff was promised that the inspection team alone reads it. */
describe('a resident is told who looked', () => {
  it.each([
    ['inspection-team-1', 'inspector'],
    ['g52-a', 'inspector'],
    ['duty-desk-1', 'duty-desk'],
    ['civil-affairs-1', 'department'],
    ['g52-b', 'village-cadre'],
    ['nobody', undefined],
  ])('of a complaint about staff: %s is %s', (staff, role) => {
    expect(lookerRole(town, complaint, staff)).toBe(role);
  });

  it.each([
    ['inspection-team-1', 'department'],
    ['duty-desk-1', 'department'],
    ['g52-a', 'town-cadre'],
    ['nobody', undefined],
  ])('of any other request by their duty, whatever lists they are on: %s is %s', (staff, role) => {
    expect(lookerRole(town, {}, staff)).toBe(role);
  });
});
