import type { Town } from '../../domain/town/schema.js';
import { askedCode } from '../../domain/codes/asked-code.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { sampleTown } from '../towns/sample-town.js';
import { LEADER } from './supervised-town.js';
import { type Receipt, TownStory } from './town-story.js';
import { withoutStaff } from './without-staff.js';

/** Everybody who leaves at once, and whose successor has their posts and nothing else. */
const LEAVING = [
  'g51-a',
  'g52-a',
  'duty-desk-1',
  'red-cross-1',
  'eye-hospital-1',
  'power-supply-1',
  'construction-office-1',
  'county-enforcement-1',
  LEADER,
] as const;
type Leaving = (typeof LEAVING)[number];

const successor = (staff: string): string => `${staff}-next`;

/** The town once each of them has left and somebody else has their posts. */
function succeeded(town: Town): Town {
  const now = (id: string): string => (LEAVING.some((one) => one === id) ? successor(id) : id);
  return {
    ...town,
    staff: town.staff.map((person, i) =>
      now(person.id) === person.id
        ? person
        : {
            ...person,
            id: now(person.id),
            name: `示例接任${i}`,
            phone: `+861990000${String(7000 + i)}`,
          },
    ),
    leave: town.leave.filter(({ staff }) => now(staff) === staff),
    grids: town.grids.map((grid) => ({
      ...grid,
      posts: { ...grid.posts, a: grid.posts.a && now(grid.posts.a) },
    })),
    departments: town.departments.map((one) => ({ ...one, contacts: one.contacts.map(now) })),
    supervisors: town.supervisors.map((one) => ({ ...one, staff: now(one.staff) })),
    reception: town.reception.map((one) => ({ ...one, receives: one.receives.map(now) })),
  };
}

const phone = (n: number): string => `+8619911110${100 + n}`;

describe('staff who change while everything waits', () => {
  it('hand over each kind of matter: one text with a list, the same codes, and the matter goes on', async () => {
    const town = await TownStory.begin({
      change: (sample) => ({
        ...sample,
        households: [],
        supervisors: [{ staff: LEADER, role: 'leader', village: 'zhukou' }],
      }),
    });
    try {
      const codes = new Map<string, string>();
      const says = (staff: string, words: string): Promise<void> => town.text(town.phoneOf(staff), words);
      const keep = (matter: string, staff: Leaving): void => {
        codes.set(matter, town.codeFor(town.phoneOf(staff)));
      };
      // What comes a third time has its cause looked for, from the next morning.
      for (const when of ['前天', '昨天', '今天']) {
        const lamp = await town.submit({ phone: phone(1), description: `示例：路灯${when}又不亮了` });
        await town.reply('g52-a', '好的马上去');
        await town.reply('g52-a', '1 换了灯泡');
        await town.replyAsResident('满意', phone(1));
        expect((await town.view(lamp)).closedAs).toBe('satisfied');
      }
      await town.advance('P1D');
      const askedOf = (staff: Leaving, what: string): string =>
        askedCode(town.textsTo(town.phoneOf(staff)).findLast((body) => body.includes(what)) ?? '') ?? '';
      codes.set('cause', askedOf(LEADER, '治本'));
      await says(LEADER, `${askedOf(LEADER, '请做')} 2 1 示例：路面有坑`);
      keep('rectification', 'g51-a');

      const nowhere = await town.submit({
        phone: phone(2),
        village: undefined,
        group: undefined,
        description: '示例：门口路灯不亮，快来看看',
      });
      keep('placement', 'duty-desk-1');

      const cataract = async (n: number): Promise<Receipt> => {
        const receipt = await town.submit({ phone: phone(n), category: 'cataract-surgery' });
        await town.reply('g52-a', '1');
        await town.reply('g52-a', '1');
        return receipt;
      };
      const held = await cataract(3);
      await town.reply('red-cross-1', '6 2、3');
      const dated = await cataract(4);
      await town.reply('red-cross-1', '1');
      await town.reply('disabled-federation-1', '1');
      await says('eye-hospital-1', '后天上午8点半，空腹');
      keep('appointment', 'eye-hospital-1');

      const called = await town.submit({ phone: phone(5), category: 'power-failure' });
      await town.reply('g52-a', '1');
      keep('report', 'power-supply-1');
      await says('g52-a', `吹哨 ${showRequestId(called.id)} 城管`);
      keep('called', 'construction-office-1');

      const county = await town.submit({ phone: phone(6), category: 'illegal-construction' });
      keep('county', 'county-enforcement-1');

      const first = await town.submit({
        phone: phone(7),
        category: 'water-leak',
        description: '示例：停水了',
      });
      await town.reply('g52-a', '1');
      const second = await town.submit({
        phone: phone(8),
        category: 'water-leak',
        description: '示例：也停水了',
        sameAs: first.id,
      });
      await town.reply('g52-a', '7');

      await town.change(succeeded);
      await town.advance('PT30M');

      const listed = (staff: Leaving): string[] => town.textsTo(town.phoneOf(successor(staff)));
      const LISTED: readonly [staff: Leaving, count: number, holds: readonly string[]][] = [
        [LEADER, 1, [codes.get('cause') ?? '']],
        ['g51-a', 1, [codes.get('rectification') ?? '']],
        ['duty-desk-1', 1, [codes.get('placement') ?? '']],
        ['red-cross-1', 1, [showRequestId(held.id)]],
        ['eye-hospital-1', 1, [codes.get('appointment') ?? '']],
        ['power-supply-1', 1, [codes.get('report') ?? '']],
        ['construction-office-1', 1, [codes.get('called') ?? '']],
        ['county-enforcement-1', 1, [codes.get('county') ?? '']],
        ['g52-a', 6, []],
      ];
      for (const [staff, count, holds] of LISTED) {
        expect([staff, listed(staff)]).toEqual([staff, [expect.stringContaining(`以下${count}件由您负责`)]]);
        for (const one of holds) expect(listed(staff).join()).toContain(one);
      }
      for (const receipt of [held, dated, called, county, first, second])
        expect((await town.view(receipt)).owner).toBe(town.nameOf(successor('g52-a')));

      // Each answers by the code that their predecessor was given.
      const next = (staff: Leaving, matter: string, words: string): Promise<void> =>
        town.text(town.phoneOf(successor(staff)), `${codes.get(matter) ?? ''} ${words}`);
      const last = (staff: Leaving): string => town.lastTextTo(town.phoneOf(successor(staff)));
      await next(LEADER, 'cause', '线路老化，9月底前换新电缆');
      expect(last(LEADER)).toContain('已记录');
      await next('g51-a', 'rectification', '1 坑已填平');
      expect(last(LEADER)).toContain('请复查');
      await next('duty-desk-1', 'placement', '52网格');
      expect(last('g52-a')).toContain(showRequestId(nowhere.id));
      await town.replyAsResident('1 已交给网格员', phone(3));
      expect(last('red-cross-1')).toContain('请审批');
      await town.text(town.phoneOf(successor('eye-hospital-1')), '改到8月27日上午9点');
      expect(town.lastTextTo(phone(4))).toContain('8月27日（周四）上午9:00');
      await next('construction-office-1', 'called', '1 办好了，杆子扶正了');
      await next('power-supply-1', 'report', '1 通电了');
      await next('county-enforcement-1', 'county', '1 办好了，已责令停工');
      for (const receipt of [called, county])
        expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
      expect((await town.answerOnline(first, 'withdraw')).status).toBe(202);
      expect(last('g52-a')).toContain(showRequestId(second.id));
    } finally {
      await town.end();
    }
  });
});

describe('a grid whose posts are vacant', () => {
  it('waits on nobody: the next in line has the work at once and is told, and whoever is appointed later takes it over', async () => {
    const town = await TownStory.begin({ change: (sample) => ({ ...sample, households: [] }) });
    try {
      const receipt = await town.submit();
      const [head, deputy] = [town.phoneOf('g52-a'), town.phoneOf('g52-b')];
      const code = town.codeFor(head);
      await town.change(withoutStaff('g52-a'));
      await town.advance('PT30M');
      expect(town.textsTo(deputy)).toEqual([
        expect.stringMatching(new RegExp(`已离岗，以下1件.*${code}`, 's')),
      ]);
      expect((await town.view(receipt)).owner).toBe(town.nameOf('g52-b'));

      // Everybody has left the grid: the duty desk, which answers by the same code.
      await town.change(withoutStaff('g52-b', 'g52-c'));
      await town.advance('PT30M');
      const desk = town.phoneOf('duty-desk-1');
      expect(town.lastTextTo(desk)).toContain(code);
      const other = await town.submit({
        phone: phone(1),
        description: '示例：门口垃圾没人收',
        category: 'household-refuse',
      });
      expect(town.asksTo('duty-desk-1', other)).toHaveLength(1);
      expect((await town.view(other)).owner).toBe(town.nameOf('duty-desk-1'));

      // Somebody has the head's post again.
      const [cadre] = sampleTown().staff;
      if (!cadre) throw new Error('the sample town has no staff');
      const newcomer = { ...cadre, id: 'newcomer', name: '示例新来', phone: phone(9) };
      await town.change((now) => ({
        ...now,
        staff: [...now.staff, newcomer],
        grids: now.grids.map((grid) => (grid.number === 52 ? { ...grid, posts: { a: 'newcomer' } } : grid)),
      }));
      await town.advance('PT30M');
      expect(town.textsTo(phone(9))).toEqual([expect.stringContaining(code)]);
      await town.text(phone(9), `${code} 好的马上去`);
      expect(await town.view(receipt)).toMatchObject({ status: 'accepted', owner: '示例新来' });
    } finally {
      await town.end();
    }
  });

  it('and a grid whose three are all away is seen to by the duty desk, from the day on which the last goes', async () => {
    const town = await TownStory.begin({ change: (sample) => ({ ...sample, households: [] }) });
    try {
      const receipt = await town.submit();
      const code = town.codeFor(town.phoneOf('g52-a'));
      const away = ['g52-a', 'g52-b', 'g52-c'].map((staff) => ({
        staff,
        from: '2026-08-24',
        to: '2026-08-26',
      }));
      await town.change((now) => ({ ...now, leave: [...now.leave, ...away] }));
      await town.advance('PT30M');
      const desk = town.phoneOf('duty-desk-1');
      expect(town.textsTo(desk)).toEqual([
        expect.stringMatching(new RegExp(`休假，1件请您代办.*${code}`, 's')),
      ]);
      await town.text(desk, `${code} 收到`);
      expect((await town.view(receipt)).status).toBe('accepted');
    } finally {
      await town.end();
    }
  });
});
