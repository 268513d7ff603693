import { hasLeft, meantFor } from '../../../domain/asks/meant-for.js';
import type { Addressee } from '../../../domain/asks/planned-ask.js';
import { noteFormer } from '../../../domain/posts/note-former.js';
import { standsInFor } from '../../../domain/posts/stands-in-for.js';
import type { Town } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';

const MONDAY = Date.parse('2026-08-24T09:00:00+08:00');
const before = sampleTown();

/** What complains of staff, asked of the inspection team. */
const complaint = (staff: string, ...about: string[]): Addressee & { who: 'staff' } => ({
  who: 'staff',
  staff,
  ladder: { ladder: 'inspection', except: about },
  rung: 0,
  last: false,
});

/** The inspection team changes; whoever is not on it any more leaves the town's service. */
function team(...contacts: string[]): Town {
  const departments = before.departments.map((one) =>
    one.id === 'inspection-team' ? { ...one, contacts } : one,
  );
  const staff = before.staff.filter(({ id }) => !id.startsWith('inspection-team') || contacts.includes(id));
  const after = { ...before, departments, staff };
  return { ...after, former: noteFormer(before, after, MONDAY) };
}

const [ONE, TWO, THREE] = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'] as const;

describe('a complaint about staff', () => {
  it.each<[rule: string, town: Town, about: string[], meant: string]>([
    ['is nobody else’s while whoever was asked is in office', team(ONE, TWO, THREE), [], ONE],
    [
      'is the next inspector’s while they are away',
      { ...before, leave: [{ staff: ONE, from: '2026-08-24', to: '2026-08-28' }] },
      [],
      TWO,
    ],
    ['is the next inspector’s once they have left', team(TWO, THREE), [], TWO],
    ['is never theirs whom it may be about', team(TWO, THREE), [TWO], THREE],
    [
      'is a town leader’s where it may be about the whole team',
      team(TWO, THREE),
      [TWO, THREE],
      'town-leader-1',
    ],
  ])('%s', (_rule, town, about, meant) => {
    const asked = complaint(ONE, ...about);
    expect(meantFor(town, asked, MONDAY)).toBe(meant);
    expect(hasLeft(town, asked)).toBe(town.former.some(({ id }) => id === ONE));
    // By this they find it among what others were asked.
    expect(meant === ONE || standsInFor(town, meant, MONDAY).includes(ONE)).toBe(true);
  });
});

describe('an emergency that may be about staff', () => {
  it('falls to another of the desk where it may be about whoever has the post now', () => {
    const departments = before.departments.map((one) =>
      one.id === 'duty-desk' ? { ...one, contacts: ['g01-a', 'duty-desk-2'] } : one,
    );
    const after = {
      ...before,
      departments,
      staff: before.staff.filter(({ id }) => id !== 'duty-desk-1' && id !== 'duty-desk-3'),
    };
    const town = { ...after, former: noteFormer(before, after, MONDAY) };
    const asked: Addressee & { who: 'staff' } = {
      ...complaint('duty-desk-1'),
      ladder: { ladder: 'department', department: 'duty-desk', except: ['g01-a'] },
    };
    expect(meantFor(town, asked, MONDAY)).toBe('duty-desk-2');
    expect(standsInFor(town, 'duty-desk-2', MONDAY)).toContain('duty-desk-1');
  });
});
