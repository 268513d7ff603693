import { noteFormer } from '../../../domain/posts/note-former.js';
import { factsOf } from '../../../domain/request/facts.js';
import { ownerNow, ownerOf } from '../../../domain/request/owner-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { caseTown } from './case-town.js';

/** Somebody of the desk owned it and left; whoever is appointed is complained about. */
function appointed(): Town {
  const before = caseTown();
  const departments = before.departments.map((one) =>
    one.id === before.settings.departments.dutyDesk ? { ...one, contacts: ['b2'] } : one,
  );
  const next = { ...before, departments, staff: before.staff.filter(({ id }) => id !== 'd1') };
  return { ...next, former: noteFormer(before, next, 2) };
}

const owned = (changes: Partial<RequestRecord> = {}): RequestRecord => ({
  ...aRequest(),
  owner: 'a1',
  handler: 'a1',
  grid: 1,
  ...changes,
});

describe('the owner of a request', () => {
  it('who left is not followed by whom it complains about, on the board and lists either', () => {
    const town = appointed();
    const record = owned({
      owner: 'd1',
      grid: undefined,
      path: 'emergency',
      category: 'gas-leak',
      confidential: { about: ['b2'] },
    });
    const facts = factsOf(record);
    const sees = [
      ownerOf(record, town),
      ownerOf(facts, town),
      ownerNow(record, town, MONDAY_9_AM),
      ownerNow(facts, town, MONDAY_9_AM),
    ];
    expect(new Set(sees).size).toBe(1);
    expect(sees).not.toContain('b2');
    expect(ownerOf({ ...facts, about: undefined }, town)).toBe('b2');
  });
});
