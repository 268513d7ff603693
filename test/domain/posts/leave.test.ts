import { checkLeave, isOnLeave } from '../../../domain/posts/leave.js';
import type { Leave } from '../../../domain/town/schema.js';
import { town } from '../small-town.js';

const leave = (staff: string, from: string, to = from): Leave => ({ staff, from, to });

describe('being on leave', () => {
  it('includes the first and the last day', () => {
    const taken = [leave('a1', '2026-11-23', '2026-11-25')];
    const days = ['2026-11-22', '2026-11-23', '2026-11-25', '2026-11-26'];
    expect(days.map((day) => isOnLeave(taken, 'a1', day))).toEqual([false, true, true, false]);
    expect(isOnLeave(taken, 'b1', '2026-11-24')).toBe(false);
  });
});

describe('asking for leave', () => {
  const away = (...taken: Leave[]) => town({ leave: taken });

  it('is granted while the stand-in is there', () => {
    expect(checkLeave(away(), leave('a1', '2026-11-23', '2026-11-25'))).toEqual({ ok: true });
    expect(checkLeave(away(leave('b2', '2026-11-24')), leave('a1', '2026-11-24'))).toEqual({ ok: true });
  });

  it('is refused when A and B post would both be away on any day, whoever asks', () => {
    const b = away(leave('b1', '2026-11-25', '2026-11-27'));
    expect(checkLeave(b, leave('a1', '2026-11-23', '2026-11-25'))).toEqual({ ok: false, clash: 'b1' });
    expect(checkLeave(b, leave('a1', '2026-11-27', '2026-11-30'))).toEqual({ ok: false, clash: 'b1' });
    expect(checkLeave(b, leave('a1', '2026-11-20', '2026-11-30'))).toEqual({ ok: false, clash: 'b1' });
    expect(checkLeave(b, leave('a1', '2026-11-26'))).toEqual({ ok: false, clash: 'b1' });
    expect(checkLeave(away(leave('a1', '2026-11-25')), leave('b1', '2026-11-25'))).toEqual({
      ok: false,
      clash: 'a1',
    });
  });

  it('is granted from the day after the stand-in is back', () => {
    const b = away(leave('b1', '2026-11-25', '2026-11-27'));
    expect(checkLeave(b, leave('a1', '2026-11-28'))).toEqual({ ok: true });
    expect(checkLeave(b, leave('a1', '2026-11-24'))).toEqual({ ok: true });
  });

  it('is granted to whoever has nobody to stand in, for a post is vacant: the next of the ladder is asked', () => {
    const grids = town().grids.map((one) => ({ ...one, posts: { b: one.posts.b } }));
    expect(checkLeave(town({ grids }), leave('b1', '2026-11-23', '2026-11-24'))).toEqual({ ok: true });
  });

  it('the third member may always go', () => {
    const both = away(leave('b1', '2026-11-25'), leave('a1', '2026-11-26'));
    expect(checkLeave(both, leave('c1', '2026-11-20', '2026-11-30'))).toEqual({ ok: true });
  });

  it('is refused when the last contact of a department would go', () => {
    expect(checkLeave(away(leave('w2', '2026-11-25')), leave('w1', '2026-11-25'))).toEqual({
      ok: false,
      clash: 'w2',
    });
  });

  it('of a department of three is refused only where the other two are away on the same day', () => {
    const three = (...taken: Leave[]) => {
      const small = away(...taken);
      const trio = small.departments.map((one) =>
        one.id === 'water' ? { ...one, contacts: ['w1', 'w2', 'gas'] } : one,
      );
      return { ...small, departments: trio };
    };
    const apart = three(leave('w2', '2026-11-23'), leave('gas', '2026-11-24'));
    const together = three(leave('w2', '2026-11-23', '2026-11-24'), leave('gas', '2026-11-24', '2026-11-26'));
    expect(checkLeave(apart, leave('w1', '2026-11-20', '2026-11-30'))).toEqual({ ok: true });
    expect(checkLeave(together, leave('w1', '2026-11-20', '2026-11-30'))).toEqual({ ok: false, clash: 'w2' });
  });

  it('of the only contact of a department is granted: the desks of the ladder answer', () => {
    expect(checkLeave(away(), leave('gas', '2026-11-25'))).toEqual({ ok: true });
  });

  it('of somebody who holds both posts of a grid is refused', () => {
    const [first] = town().grids;
    const alone = town({ grids: first ? [{ ...first, posts: { a: 'a1', b: 'a1', c: 'c1' } }] : [] });
    expect(checkLeave(alone, leave('a1', '2026-11-25'))).toEqual({ ok: false, clash: 'a1' });
  });

  it('that ends before it begins is an error', () => {
    expect(() => checkLeave(away(), leave('a1', '2026-11-25', '2026-11-24'))).toThrow(
      expect.objectContaining({ code: 'LeaveReversed' }),
    );
  });
});
