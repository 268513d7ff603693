import * as fc from 'fast-check';
import { climb, type LadderStart } from '../../../domain/posts/climb.js';
import type { Town } from '../../../domain/town/schema.js';
import { settings, town } from '../small-town.js';

const MONDAY = Date.parse('2026-11-23T10:00:00+08:00');
const away = (...staff: string[]): Town =>
  town({ leave: staff.map((one) => ({ staff: one, from: '2026-11-20', to: '2026-11-23' })) });
const GRID: LadderStart = { ladder: 'grid', grid: 1 };

/** Everybody who is asked when nobody ever answers. */
function askedInTurn(town: Town, from: LadderStart, at = MONDAY): string[] {
  const asked: string[] = [];
  for (let rung = 0; ;) {
    const next = climb(town, from, rung, at);
    asked.push(next.staff);
    if (next.last) return asked;
    rung = next.rung + 1;
  }
}

describe('the ladder of a grid', () => {
  it('silence climbs from A post to B post, third member, duty desk and leader', () => {
    expect(askedInTurn(town(), GRID)).toEqual(['a1', 'b1', 'c1', 'd1', 'd2', 'l1']);
  });

  it('somebody on leave is skipped', () => {
    expect(climb(away('a1'), GRID, 0, MONDAY)).toEqual({ staff: 'b1', rung: 1, last: false });
    expect(askedInTurn(away('b1', 'd1'), GRID)).toEqual(['a1', 'c1', 'd2', 'l1']);
  });

  it('leave lasts to the end of its last day in the town', () => {
    const lastMinute = Date.parse('2026-11-23T23:59:00+08:00');
    expect(climb(away('a1'), GRID, 0, lastMinute).staff).toBe('b1');
    expect(climb(away('a1'), GRID, 0, lastMinute + 60_000).staff).toBe('a1');
  });

  it('the top rung is asked again for ever', () => {
    expect(climb(town(), GRID, 5, MONDAY)).toEqual({ staff: 'l1', rung: 5, last: true });
    expect(climb(town(), GRID, 6, MONDAY)).toEqual({ staff: 'l1', rung: 5, last: true });
    expect(climb(town(), GRID, 60, MONDAY)).toEqual({ staff: 'l1', rung: 5, last: true });
  });

  it('with everybody above on leave the first contact of the highest rung is asked all the same', () => {
    expect(climb(away('d1', 'd2', 'l1'), GRID, 3, MONDAY)).toEqual({ staff: 'l1', rung: 5, last: true });
    const deskOnTop = {
      ...away('d1', 'd2'),
      settings: settings({ ladder: ['post-a', { department: 'duty-desk' }] }),
    };
    expect(climb(deskOnTop, GRID, 1, MONDAY)).toEqual({ staff: 'd1', rung: 2, last: true });
  });

  it('one person with two posts in a row is not asked twice in a row', () => {
    const [first, ...others] = town().grids;
    const posts = { a: 'a1', b: 'a1', c: 'c1' };
    const doubled = town({ grids: first ? [{ ...first, posts }, ...others] : [] });
    expect(askedInTurn(doubled, GRID)).toEqual(['a1', 'c1', 'd1', 'd2', 'l1']);
  });

  it('the same person is not asked again because those between are on leave', () => {
    const [first, ...others] = town().grids;
    const posts = { a: 'a1', b: 'b1', c: 'a1' };
    const grids = first ? [{ ...first, posts }, ...others] : [];
    expect(askedInTurn({ ...away('b1'), grids }, GRID)).toEqual(['a1', 'd1', 'd2', 'l1']);
  });

  /** Of grid 1 only these posts are held. */
  const vacant = (...held: ('a' | 'b' | 'c')[]): Partial<Town> => {
    const [first, ...others] = town().grids;
    if (!first) return {};
    const posts = Object.fromEntries(held.map((post) => [post, first.posts[post]]));
    return { grids: [{ ...first, posts }, ...others] };
  };

  it.each<[state: string, now: Town, from: LadderStart, asked: string[]]>([
    ['left without its head', town(vacant('b', 'c')), GRID, ['b1', 'c1', 'd1', 'd2', 'l1']],
    ['left with its head only', town(vacant('a')), GRID, ['a1', 'd1', 'd2', 'l1']],
    ['left with its deputy, who is away', { ...away('b1'), ...vacant('b') }, GRID, ['d1', 'd2', 'l1']],
    ['left by everybody', town(vacant()), GRID, ['d1', 'd2', 'l1']],
    ['of which everybody is away', away('a1', 'b1', 'c1'), GRID, ['d1', 'd2', 'l1']],
    ['of which only the team is asked', town(vacant('b')), { ladder: 'team', grid: 1 }, ['b1']],
    [
      'of which only the team is asked, left by everybody',
      town(vacant()),
      { ladder: 'team', grid: 1 },
      ['d1', 'd2'],
    ],
    [
      'left by everybody, with a ladder of nothing but posts',
      town({ ...vacant(), settings: settings({ ladder: ['post-a', 'post-b'] }) }),
      GRID,
      ['d1', 'd2'],
    ],
  ])('a grid %s asks the next above, and whoever was on a rung stays on it', (_state, now, from, asked) => {
    expect(askedInTurn(now, from)).toEqual(asked);
  });

  it('a rung keeps its number while one below it is vacant: silence passes nobody over', () => {
    expect(climb(town(vacant('b', 'c')), GRID, 1, MONDAY)).toEqual({ staff: 'b1', rung: 1, last: false });
    expect(climb(town(vacant('b', 'c')), GRID, 2, MONDAY)).toEqual({ staff: 'c1', rung: 2, last: false });
  });

  it('a grid the town does not have is an error', () => {
    expect(() => climb(town(), { ladder: 'grid', grid: 99 }, 0, MONDAY)).toThrow(
      expect.objectContaining({ code: 'GridUnknown', context: { grid: 99 } }),
    );
  });
});

describe('the ladder of a department', () => {
  it('silence climbs from contact to contact, then to the desks of the town', () => {
    expect(askedInTurn(town(), { ladder: 'department', department: 'water' })).toEqual([
      'w1',
      'w2',
      'd1',
      'd2',
      'l1',
    ]);
  });

  it('a desk of the ladder goes on above itself', () => {
    expect(askedInTurn(town(), { ladder: 'department', department: 'duty-desk' })).toEqual([
      'd1',
      'd2',
      'l1',
    ]);
    expect(askedInTurn(town(), { ladder: 'department', department: 'town-leader' })).toEqual(['l1']);
  });

  it('the only contact on leave is skipped for the duty desk', () => {
    expect(climb(away('gas'), { ladder: 'department', department: 'gas' }, 0, MONDAY)).toMatchObject({
      staff: 'd1',
    });
  });

  it('a department the town does not have is an error', () => {
    expect(() => climb(town(), { ladder: 'department', department: 'none' }, 0, MONDAY)).toThrow(
      expect.objectContaining({ code: 'DepartmentUnknown' }),
    );
  });
});

describe('laws of climbing', () => {
  const everybody = ['a1', 'b1', 'c1', 'd1', 'd2', 'l1', 'w1', 'w2'];
  const start = fc.constantFrom<LadderStart>(GRID, { ladder: 'department', department: 'water' });

  it('whoever is on leave, the climb ends at the top, never goes down and never asks the same person twice in a row', () => {
    fc.assert(
      fc.property(fc.subarray(everybody), start, (onLeave, from) => {
        const asked = askedInTurn(away(...onLeave), from);
        expect(asked.length).toBeGreaterThan(0);
        expect(asked.every((staff, i) => staff !== asked[i + 1])).toBe(true);
        expect(asked.slice(0, -1).every((staff) => !onLeave.includes(staff))).toBe(true);
      }),
    );
  });
});
