import { askedCode } from '../../domain/codes/asked-code.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { Town } from '../../domain/town/schema.js';
import { sampleTown } from '../towns/sample-town.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';
import { withoutStaff } from './without-staff.js';

/** A Monday morning in Elmford. */
const AT = Date.parse('2026-08-24T15:15:00+08:00');
const quiet = (town: Town): Town => ({ ...town, households: [], supervisors: [] });
const story = eachStory({ at: AT, change: () => quiet(sampleTown('elmford')) });

/** Residents of Elmford and whoever comes new to its service, invented; the numbers lie in the range that Ireland keeps for drama. */
const phone = (n: number): string => `+35320912${String(n).padStart(4, '0')}`;
const report = (town: TownStory, n: number, category: string, what: string): Promise<Receipt> =>
  town.submit({
    name: `Sample Resident ${n}`,
    phone: phone(n),
    village: 'town-centre',
    group: 1,
    category,
    description: `Sample: ${what}`,
    language: 'en',
  });

/** The town once each of these has left, and somebody else has their posts and nothing else. */
const succeeded =
  (...leaving: readonly string[]) =>
  (town: Town): Town => {
    const now = (id: string): string => (leaving.includes(id) ? `${id}-next` : id);
    return {
      ...town,
      staff: town.staff.map((person) => {
        const n = leaving.indexOf(person.id);
        return n < 0 ? person : { ...person, id: now(person.id), name: `S. New${n}`, phone: phone(9000 + n) };
      }),
      leave: town.leave.filter(({ staff }) => now(staff) === staff),
      grids: town.grids.map((grid) => ({
        ...grid,
        posts: { ...grid.posts, a: grid.posts.a && now(grid.posts.a) },
      })),
      departments: town.departments.map((one) => ({ ...one, contacts: one.contacts.map(now) })),
      reception: town.reception.map((one) => ({ ...one, receives: one.receives.map(now) })),
    };
  };

describe('whoever takes over, in English', () => {
  it('gets one text with everything that is theirs now, and answers each by the code that their predecessor was given', async () => {
    const town = story();
    const codeOf = (staff: string, { id }: Receipt): string =>
      askedCode(
        town.textsTo(town.phoneOf(staff)).findLast((body) => body.includes(showRequestId(id))) ?? '',
      ) ?? '';
    const lamp = await report(town, 1, 'street-light', 'the lamp at the gate is out');
    const litter = await report(town, 2, 'litter', 'bags left at the bridge');
    const road = await report(town, 3, 'road-damage', 'a kerb has come loose');
    const repair = await report(town, 4, 'home-repair', 'damp walls');
    const [lampCode, litterCode] = [codeOf('e01-a', lamp), codeOf('e01-a', litter)];
    const [roadCode, repairCode] = [codeOf('roads-office-1', road), codeOf('e01-a', repair)];

    await town.change(succeeded('e01-a', 'roads-office-1'));
    await town.advance('PT30M');
    const [head, roads] = [phone(9000), phone(9001)];
    const place = 'Town Centre group 1';
    expect(town.textsTo(head)).toEqual([
      `Elmford: H. Marsh has left. Now yours (4): ${[
        `${lampCode} ${showRequestId(lamp.id)} Street light, ${place}`,
        `${litterCode} ${showRequestId(litter.id)} Litter, ${place}`,
        `${repairCode} ${showRequestId(repair.id)} Home repair, ${place}`,
        `${showRequestId(road.id)} Road damage, ${place}`,
      ].join('\n')}. All: text mine`,
    ]);
    expect(town.textsTo(roads)).toEqual([
      expect.stringMatching(new RegExp(`Now yours \\(1\\): ${roadCode} .*Road damage, ${place}`)),
    ]);

    await town.text(head, `${lampCode} take`);
    await town.text(head, `${litterCode} 1`);
    await town.text(roads, `1 ${roadCode} the kerb is set again`);
    expect(await town.view(lamp)).toMatchObject({ status: 'accepted', owner: 'S. New0' });
    expect(await town.view(litter)).toMatchObject({ status: 'accepted', owner: 'S. New0' });
    expect(await town.view(road)).toMatchObject({ status: 'awaiting_confirmation', owner: 'S. New0' });
    await town.text(head, 'mine');
    expect(town.lastTextTo(head)).toContain('requests you own: 4');
  });
});

describe('a post that is vacant, in English', () => {
  it('is passed over: the next in line has its work at once, at last the duty desk, and whoever is appointed takes it over', async () => {
    const town = story();
    const lamp = await report(town, 1, 'street-light', 'the lamp at the gate is out');
    const code = town.codeFor(town.phoneOf('e01-a'));
    await town.change(withoutStaff('e01-a'));
    await town.advance('PT30M');
    const given = (from: string): string => `Elmford: ${from} has left. Now yours (1): ${code} `;
    expect(town.lastTextTo(town.phoneOf('e01-b'))).toContain(given('H. Marsh'));
    expect((await town.view(lamp)).owner).toBe('N. Benn');

    await town.change(withoutStaff('e01-b', 'e01-c'));
    await town.advance('PT30M');
    const desk = town.phoneOf('duty-desk-1');
    expect(town.lastTextTo(desk)).toContain(given('N. Benn'));
    const litter = await report(town, 2, 'litter', 'bags left at the bridge');
    expect(town.asksTo('duty-desk-1', litter)).toHaveLength(1);

    await town.change((now) => ({
      ...now,
      staff: [
        ...now.staff,
        { id: 'rowan', name: 'S. Rowan', phone: phone(9009), duty: 'town-cadre', language: 'en' },
      ],
      grids: now.grids.map((grid) => (grid.number === 1 ? { ...grid, posts: { a: 'rowan' } } : grid)),
    }));
    await town.advance('PT30M');
    expect(town.textsTo(phone(9009))).toEqual([expect.stringContaining(code)]);
    await town.text(phone(9009), `${code} on my way`);
    expect(await town.view(lamp)).toMatchObject({ status: 'accepted', owner: 'S. Rowan' });
  });
});
