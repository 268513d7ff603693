import { answersAs } from '../../../domain/access/who-may-answer.js';
import { town as smallTown } from '../small-town.js';

const town = (() => {
  const given = smallTown();
  const { dutyDesk } = given.settings.departments;
  const departments = given.departments.map((one) =>
    one.id === dutyDesk ? { ...one, contacts: ['desk-1', 'desk-2'] } : { ...one, contacts: ['other-1'] },
  );
  return { ...given, departments };
})();

describe('an ask in the console', () => {
  it.each([
    ['of oneself, by oneself', 'other-1', 'other-1', 'other-1'],
    ['of somebody else is not for others', 'other-1', 'desk-1', undefined],
    ['of a colleague at the desk, by whoever signed in', 'desk-2', 'desk-1', 'desk-1'],
    [
      'of the desk, by somebody who is none of the staff, in the name of who was asked',
      'desk-2',
      undefined,
      'desk-2',
    ],
    [
      'of the desk, by staff of another department, in the name of who was asked',
      'desk-2',
      'other-1',
      'desk-2',
    ],
    ['of a grid head is not for the desk', 'head', undefined, undefined],
  ])('%s', (_title, addressee, signedIn, expected) => {
    expect(answersAs(town, { addressee, kind: 'attention' }, signedIn)).toBe(expected);
  });

  it('of where something belongs is for the desk, whomever silence has reached', () => {
    expect(answersAs(town, { addressee: 'leader', kind: 'placement' }, 'desk-1')).toBe('desk-1');
    expect(answersAs(town, { addressee: 'leader', kind: 'placement' }, undefined)).toBe('leader');
  });
});
