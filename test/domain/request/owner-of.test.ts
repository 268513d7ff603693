import { noteFormer } from '../../../domain/posts/note-former.js';
import { mayCall } from '../../../domain/request/call-departments.js';
import { closeRequest } from '../../../domain/request/close-request.js';
import { factsOf } from '../../../domain/request/facts.js';
import { ownerNamed, ownerNow, ownerOf } from '../../../domain/request/owner-of.js';
import { mayCorrect } from '../../../domain/request/why-not-corrected.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { aRequest, MONDAY_9_AM } from './a-request.js';
import { caseTown } from './case-town.js';
import { rulesIn } from './life.js';

/** The head of grid 1 went on to grid 3; c3 has the post now. */
function moved(): Town {
  const before = caseTown();
  const grids = before.grids.map((grid) => ({
    ...grid,
    posts: {
      ...grid.posts,
      ...(grid.number === 1 ? { a: 'c3' } : grid.number === 3 ? { a: 'a1', c: undefined } : {}),
    },
  }));
  const next = { ...before, grids };
  return { ...next, former: noteFormer(before, next, 2) };
}

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
  it('who went on to another post leaves it to whoever has theirs: they correct it and call departments', () => {
    const town = moved();
    const may = (staff: string) => [mayCorrect(owned(), town, staff), mayCall(owned(), { town }, staff)];
    expect(ownerOf(owned(), town)).toBe('c3');
    expect([may('c3'), may('a1')]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('of what is closed is named as whoever owned it then, whoever has the post later', () => {
    const before = caseTown();
    const ended = owned({ withdrawnAt: MONDAY_9_AM });
    const inTheirDays = closeRequest(ended, rulesIn(before, ended), MONDAY_9_AM).record;
    const afterTheyWent = closeRequest(ended, rulesIn(moved(), ended), MONDAY_9_AM).record;
    expect([ended, inTheirDays, afterTheyWent].map((record) => ownerNamed(record, moved()))).toEqual([
      'c3',
      'a1',
      'c3',
    ]);
    expect(ownerNamed(factsOf(inTheirDays), moved())).toBe('a1');
  });

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

  it('does not call departments to what they may not hear of', () => {
    const town = caseTown();
    const sealed = owned({ path: 'petition', confidential: { about: [] } });
    expect([mayCall(owned(), { town }, 'a1'), mayCall(sealed, { town }, 'a1')]).toEqual([true, false]);
  });
});
