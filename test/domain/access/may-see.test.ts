import { knownResident } from '../../../domain/access/known-resident.js';
import { mayCallResident, mayReadPerson, maySee } from '../../../domain/access/may-see.js';
import type { Role } from '../../../domain/access/roles.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { caseTown } from '../request/case-town.js';

type Kept = Pick<RequestRecord, 'confidential' | 'path' | 'nameWithheld'>;
const USUAL: Kept = { path: 'same-day' };
const COMPLAINT: Kept = { path: 'petition', confidential: { about: ['b1'] } };
const WITHHELD: Kept = { path: 'same-day', nameWithheld: true };
const reader = (role: Role, staff?: string) => ({ roles: [role], staff });

describe('a complaint about staff', () => {
  it.each<[Role, boolean]>([
    ['inspector', true],
    ['administrator', false],
    ['leader', false],
    ['duty-desk', false],
  ])('is there for a signed-in %s: %s', (role, isThere) => {
    expect([maySee(reader(role), COMPLAINT), mayReadPerson(reader(role), COMPLAINT)]).toEqual([
      isThere,
      isThere,
    ]);
  });

  it('is never there for whom it is about, whatever their role', () => {
    expect(maySee(reader('inspector', 'b1'), COMPLAINT)).toBe(false);
    expect(mayCallResident(reader('inspector', 'b1'), COMPLAINT, 'b1')).toBe(false);
  });
});

describe('whoever asked not to be named', () => {
  it.each<[Role, Kept, boolean]>([
    ['duty-desk', WITHHELD, true],
    ['inspector', WITHHELD, true],
    ['administrator', WITHHELD, false],
    ['leader', WITHHELD, false],
    ['leader', USUAL, true],
    ['inspector', USUAL, false],
  ])('is read by a signed-in %s of %j: %s', (role, record, isRead) => {
    expect(mayReadPerson(reader(role), record)).toBe(isRead);
  });

  it('is neither named nor numbered to whoever handles it, in their own words neither', () => {
    const person = {
      name: '示例甲',
      phone: '+8619911110042',
      description: '示例甲说路灯坏了，打19911110042',
      nameWithheld: true as const,
    };
    const known = knownResident(caseTown(), person, 'b1', 'zh-CN');
    expect(JSON.stringify(known)).not.toMatch(/示例甲|19911110042/);
    expect(known.words).toContain('路灯坏了');
  });
});
