import { noteFormer } from '../../../domain/posts/note-former.js';
import { type Concern, inOffice, meantNow } from '../../../domain/posts/in-office.js';
import { handoversNow, standsInFor, stoodInFor } from '../../../domain/posts/stands-in-for.js';
import type { Leave, Staff, Town } from '../../../domain/town/schema.js';
import { grid, town } from '../small-town.js';

const MONDAY = Date.parse('2026-08-24T09:00:00+08:00');
const NEW: Staff = {
  id: 'new',
  name: 'Sample new',
  phone: '+8619900000199',
  duty: 'town-cadre',
  language: 'zh-CN',
};

/** The town after a change of its staff and posts, as the next version of its data notes it. */
function after(change: (before: Town) => Partial<Town>, before: Town = town()): Town {
  const next = { ...before, ...change(before) };
  return { ...next, former: noteFormer(before, next, 2) };
}

const contacts = (before: Town, id: string, changed: string[]) =>
  before.departments.map((one) => (one.id === id ? { ...one, contacts: changed } : one));
const without = (before: Town, ...gone: string[]): Staff[] => [
  ...before.staff.filter(({ id }) => !gone.includes(id)),
  NEW,
];
const headOfGrid1 = (staff: string | undefined, before: Town) =>
  before.grids.map((one) => (one.number === 1 ? { ...one, posts: { ...one.posts, a: staff } } : one));
const away = (staff: string, from = '2026-08-24', to = from): Leave => ({ staff, from, to });

describe('who is in office where a record names somebody', () => {
  const cases: [rule: string, now: Town, staff: string, concern: Concern, meant: string][] = [
    ['they themselves, while they hold the post', town(), 'a1', { grid: 1 }, 'a1'],
    [
      'whoever has the post now, once they left',
      after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1('new', t) })),
      'a1',
      { grid: 1 },
      'new',
    ],
    [
      'whoever has the post that the matter belongs to, once they moved to another',
      after((t) => ({
        staff: without(t),
        grids: headOfGrid1('new', t).map((one) =>
          one.number === 3 ? { ...one, posts: { ...one.posts, a: 'a1' } } : one,
        ),
      })),
      'a1',
      { grid: 1 },
      'new',
    ],
    [
      'they themselves in what does not belong to the post that they left',
      after((t) => ({
        staff: without(t),
        grids: headOfGrid1('new', t).map((one) =>
          one.number === 3 ? { ...one, posts: { ...one.posts, a: 'a1' } } : one,
        ),
      })),
      'a1',
      { grid: 2 },
      'a1',
    ],
    [
      'of a department whoever took their place among its contacts',
      after((t) => ({ staff: without(t, 'w2'), departments: contacts(t, 'water', ['w1', 'new']) })),
      'w2',
      { department: 'water' },
      'new',
    ],
    [
      'of a department its first contact, where nobody took their place',
      after((t) => ({ staff: without(t, 'w2'), departments: contacts(t, 'water', ['w1']) })),
      'w2',
      { grid: 1 },
      'w1',
    ],
    [
      'the duty desk, where the department is no more',
      after((t) => ({
        staff: without(t, 'gas'),
        departments: t.departments.filter(({ id }) => id !== 'gas'),
      })),
      'gas',
      { department: 'gas' },
      'd1',
    ],
    [
      'the deputy, where the head left and the post is vacant',
      after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1(undefined, t) })),
      'a1',
      { grid: 1 },
      'b1',
    ],
    [
      'the duty desk, where the whole team left',
      after((t) => ({
        staff: without(t, 'a1', 'b1', 'c1'),
        grids: t.grids.map((one) => (one.number === 1 ? { ...one, posts: {} } : one)),
      })),
      'b1',
      { grid: 1 },
      'd1',
    ],
    ['the head of the grid, where nobody knows what they were', town(), 'unknown', { grid: 2 }, 'a2'],
    ['the duty desk, where nobody knows that either', town(), 'unknown', {}, 'd1'],
  ];

  it.each(cases)('is %s', (_rule, now, staff, concern, meant) => {
    expect(inOffice(now, staff, concern)).toBe(meant);
    expect(now.staff.map(({ id }) => id)).toContain(meantNow(now, staff, concern, MONDAY));
  });

  it('is whoever holds it at last, through several hands, and they themselves once they are back', () => {
    const second = after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1('new', t) }));
    const third = after((t) => ({ grids: headOfGrid1('a2', t) }), second);
    expect(['a1', 'new'].map((staff) => inOffice(third, staff, { grid: 1 }))).toEqual(['a2', 'a2']);
    const back = after(
      (t) => ({ staff: [...t.staff, ...town().staff.slice(0, 1)], grids: headOfGrid1('a1', t) }),
      third,
    );
    expect(['a1', 'new'].map((staff) => inOffice(back, staff, { grid: 1 }))).toEqual(['a1', 'a1']);
  });
});

describe('who is meant while somebody is away', () => {
  it.each([
    ['the next of the grid', town({ leave: [away('a1')] }), 'a1', { grid: 1 }, 'b1'],
    [
      'the one after, while that one is away too',
      town({ leave: [away('a1'), away('b1')] }),
      'a1',
      { grid: 1 },
      'c1',
    ],
    ['another contact of the department', town({ leave: [away('w2')] }), 'w2', { department: 'water' }, 'w1'],
    [
      'themselves again, when they are back',
      town({ leave: [away('a1', '2026-08-20', '2026-08-23')] }),
      'a1',
      { grid: 1 },
      'a1',
    ],
    [
      'whoever stands in for their successor',
      { ...after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1('new', t) })), leave: [away('new')] },
      'a1',
      { grid: 1 },
      'b1',
    ],
    [
      'whoever stands in at the post that was taken over, though the successor has another elsewhere',
      {
        ...after((t) => ({ staff: without(t, 'w2'), departments: contacts(t, 'water', ['w1', 'a2']) })),
        leave: [away('a2')],
      },
      'w2',
      { grid: 1 },
      'w1',
    ],
  ])('is %s', (_rule, now, staff, concern, meant) => {
    expect(meantNow(now, staff, concern, MONDAY)).toBe(meant);
  });

  it('has a part in the work of those away, and in that of those whose post they have', () => {
    const moved = after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1('new', t) }));
    const now = { ...moved, leave: [away('a2'), away('a3', '2026-08-20', '2026-08-23')] };
    expect(['new', 'b2', 'b1', 'b3'].map((staff) => standsInFor(now, staff, MONDAY))).toEqual([
      ['a1'],
      ['a2'],
      [],
      [],
    ]);
    expect(['b3', 'b2'].map((staff) => stoodInFor(now, staff, MONDAY))).toEqual([['a3'], []]);
    expect(handoversNow(now, MONDAY).map(({ key }) => key)).toEqual(['leave/a2/2026-08-24', 'left/a1/2']);
  });
});

describe('a post that is vacant for a while', () => {
  it('is handed over a second time, to whoever is appointed to it', () => {
    const left = after((t) => ({ staff: without(t, 'a1'), grids: headOfGrid1(undefined, t) }));
    const appointed = after((t) => ({ grids: headOfGrid1('new', t) }), left);
    expect([left, appointed].map((now) => handoversNow(now, MONDAY).map(({ key }) => key))).toEqual([
      ['left/a1/2/vacant grid 1 a'],
      ['left/a1/2'],
    ]);
    expect(standsInFor(left, 'b1', MONDAY)).toEqual(['a1']);
    expect(standsInFor(appointed, 'new', MONDAY)).toEqual(['a1']);
  });
});

describe('noting who left', () => {
  it('names every post that somebody had and has no more, and nobody who keeps theirs', () => {
    const now = after(
      (t) => ({
        staff: without(t, 'a1', 'gas'),
        grids: [...headOfGrid1('new', t), grid(9, 'north-village', 5, 5)],
        departments: contacts(t, 'gas', ['new']),
        supervisors: [],
      }),
      town({ supervisors: [{ staff: 'l1', role: 'leader', village: 'east-village' }] }),
    );
    expect(now.former.map(({ id, posts }) => [id, posts])).toEqual([
      ['a1', [{ grid: 1, post: 'a' }]],
      ['l1', [{ village: 'east-village', role: 'leader' }]],
      ['gas', [{ department: 'gas', place: 0 }]],
    ]);
  });
});
