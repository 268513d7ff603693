import { checkTown } from '../../../domain/town-checks/check-town.js';
import type { Unread } from '../../../domain/town-checks/known-ids.js';
import type { Town } from '../../../domain/town/schema.js';
import { grid, settings, town } from '../small-town.js';

/** Where the problems of one part of a town are. */
const pathsIn = (part: keyof Town, changes: Partial<Town>, unread: Unread = {}): string[] =>
  checkTown(town(changes), unread)
    .map(({ path }) => path.join('.'))
    .filter((path) => path.startsWith(part));

describe('what could not be read', () => {
  const leave = [{ staff: 'x9', from: '2026-12-01', to: '2026-12-02' }];

  it('is missed where it is not there at all', () => {
    expect(pathsIn('leave', { leave })).toEqual(['leave.0.staff']);
  });

  it('is not missed by its id', () => {
    expect(pathsIn('leave', { leave }, { staff: new Set(['x9']) })).toEqual([]);
    expect(pathsIn('leave', { leave }, { staff: new Set(['x8']) })).toEqual(['leave.0.staff']);
  });

  it('is not missed where all of its kind is unread', () => {
    expect(pathsIn('leave', { leave }, { staff: 'all' })).toEqual([]);
  });

  it('is no gap on the map', () => {
    const corners = [
      [0, 0],
      [1, 0],
      [2, 0],
      [0, 1],
      [2, 1],
      [0, 2],
      [1, 2],
      [2, 2],
    ] as const;
    const grids = corners.map(([column, row], index) => grid(index + 1, 'east-village', column, row));
    const polygons = (unread: Unread) =>
      pathsIn('grids', { grids }, unread).filter((path) => path.endsWith('polygon'));
    expect(polygons({})).toEqual(['grids.1.polygon']);
    expect(polygons({ grids: new Set(['9']) })).toEqual([]);
  });
});

describe('the settings', () => {
  it('put nobody on the ladder twice', () => {
    expect(pathsIn('settings', { settings: settings({ ladder: ['post-a', 'post-b', 'post-a'] }) })).toEqual([
      'settings.ladder.2',
    ]);
  });

  it('name a day off once, and as working days only days that would be off', () => {
    const name = { 'zh-CN': '集日', en: 'Market day' };
    const own = ['03-17', '03-17'].map((rule) => ({ name, rule, madeGood: false }));
    const workingDays = ['2026-08-24', '2026-08-29', '2099-01-01'];
    expect(
      pathsIn('settings', { settings: settings({ holidays: { calendar: 'CN', own, workingDays } }) }),
    ).toEqual(['settings.holidays.own.1.rule', 'settings.holidays.workingDays.0']);
  });

  it('keep working hours in order', () => {
    const workingHours = [
      { from: '08:30', to: '12:00' },
      { from: '11:30', to: '17:30' },
    ];
    expect(pathsIn('settings', { settings: settings({ workingHours }) })).toEqual([
      'settings.workingHours.1',
    ]);
  });

  it('have a number in a country that is texted', () => {
    const sms = { ...settings().sms, number: '+12025550100' };
    expect(pathsIn('settings', { settings: settings({ sms }) })).toEqual(['settings.sms.number']);
  });
});

describe('the duties of the posts', () => {
  it('cannot remind of appointments outside working hours, when nobody can be called about them', () => {
    const appointments = { remindAt: '18:30', daysAhead: 366 };
    expect(pathsIn('settings', { settings: settings({ appointments }) })).toEqual([
      'settings.appointments.remindAt',
    ]);
  });

  it('cannot have the daily summary in the quiet hours', () => {
    const sms = { ...settings().sms, summaryAt: '22:30' };
    expect(pathsIn('settings', { settings: settings({ sms }) })).toEqual(['settings.sms.summaryAt']);
  });

  it.each([
    ['22:00', '09:00'],
    ['12:00', '14:00'],
    ['22:00', '22:00'],
  ])('cannot be quiet from %s to %s: people must be told in working time, and at some time', (from, to) => {
    const sms = { ...settings().sms, quietHours: { from, to } };
    expect(pathsIn('settings', { settings: settings({ sms }) })).toEqual(['settings.sms.quietHours']);
  });

  it('are town cadre, village cadre, and group leader or community administrator', () => {
    const duties = { a: 'town-cadre', b: 'village-cadre', c: 'community-administrator' } as const;
    const { staff } = town();
    const fitting = staff.map((person) => ({
      ...person,
      duty: duties[person.id.slice(0, 1) === 'b' ? 'b' : person.id.slice(0, 1) === 'c' ? 'c' : 'a'],
    }));
    expect(pathsIn('grids', { staff: fitting })).toEqual([]);
    // A post may be vacant, but nobody holds two of one grid.
    const grids = town().grids.map(({ posts: { b }, ...one }) => ({ ...one, posts: { b } }));
    expect(pathsIn('grids', { staff: fitting, grids })).toEqual([]);
    const twice = town().grids.map(({ posts: { b }, ...one }) => ({ ...one, posts: { b, c: b } }));
    expect(pathsIn('grids', { staff: fitting, grids: twice })).toContain('grids.0.posts.c');
    expect(pathsIn('grids', { staff })).toEqual(
      expect.arrayContaining(['grids.0.posts.b', 'grids.0.posts.c']),
    );
  });
});

describe('the telephone of somebody of the staff', () => {
  it.each([
    ['+8619900000901', []],
    ['+861990000090', ['staff.0.phone']],
    ['+86199000009011', ['staff.0.phone']],
  ])('%s has all digits, or is refused', (phone, refused) => {
    const [first, ...others] = town().staff;
    expect(first && pathsIn('staff', { staff: [{ ...first, phone }, ...others] })).toEqual(refused);
  });
});
