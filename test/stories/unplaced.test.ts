import type { BoardAnswer } from '../../contracts/console/board.js';
import type { ConsoleRequest } from '../../contracts/console/requests.js';
import { askedCode } from '../../domain/codes/asked-code.js';
import { eachStory } from './each-story.js';
import type { Receipt, TownStory } from './town-story.js';

const story = eachStory({ console: true });

const NOWHERE = { village: undefined, group: undefined, description: '示例：门口路灯不亮，快来看看' };
const GAS_NOWHERE = { ...NOWHERE, category: 'gas-leak', description: '示例：闻到很重的煤气味' };

/** How many texts about a request, or in which it is named, each of the staff was sent. */
const counts = (town: TownStory, receipt: Receipt): Map<string, number> =>
  new Map(
    town.town.staff.map(({ id }) => [id, town.asksTo(id, receipt).length] as const).filter(([, n]) => n > 0),
  );

async function shown(town: TownStory, { id }: Receipt): Promise<ConsoleRequest> {
  return (await (await town.admin('duty-desk', `/admin/requests/${id}`)).json()) as ConsoleRequest;
}

const DAYS = 21;

describe('a request that nobody places', () => {
  it('is asked of everybody above once, reminded of once a day at the end, and placed by a leader by text', async () => {
    const town = story();
    const lamp = await town.submit(NOWHERE);
    await town.advance(`P${DAYS}D`);
    const asked = counts(town, lamp);
    expect([...asked.values()].filter((n) => n > 3)).toEqual([]);
    const [last = ''] = [...asked].findLast(([, n]) => n > 1) ?? [];
    const about = town.textsTo(town.phoneOf(last)).filter((body) => body.includes('路灯'));
    // A line a day of the daily summary, and no other text.
    expect(about.length).toBeLessThanOrEqual(DAYS + 3);
    const code = /([A-Z][0-9A-Z]{3}) /.exec(about.at(-1) ?? '')?.[1] ?? '';
    await town.text(town.phoneOf(last), `${code} 52网格`);
    expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('请接办');
    await town.reply('g52-a', '1');
    expect((await town.view(lamp)).status).toBe('accepted');
  });

  it('is placed by the desk by its old code, and in the console, after silence has climbed past it', async () => {
    const town = story();
    const byText = await town.submit(NOWHERE);
    const desk = town.phoneOf('duty-desk-1');
    const code = askedCode(town.lastTextTo(desk)) ?? '';
    await town.advance('P3D');
    await town.text(desk, `${code} 1 52网格`);
    expect(town.asksTo('g52-a', byText)).toHaveLength(1);
    const inConsole = await town.submit({ ...NOWHERE, phone: '+8619911110009' });
    await town.advance('P3D');
    const open = (await shown(town, inConsole)).asks.find(({ state }) => state === 'open');
    expect(open).toMatchObject({ kind: 'placement', to: 'town-leader-2', mayAnswer: true });
    const answer = await town.admin('duty-desk', `/admin/requests/${inConsole.id}/answers`, 'POST', {
      ask: open?.id,
      option: 'place',
      note: '52网格',
    });
    expect(answer.status).toBe(202);
    expect(town.asksTo('g52-a', inConsole)).toHaveLength(1);
  });

  it('of an emergency is reminded of once a day in the end, and placed by a leader by text', async () => {
    const town = story();
    const gas = await town.submit(GAS_NOWHERE);
    await town.advance('P1D');
    const before = counts(town, gas);
    await town.advance('P3D');
    for (const [staff, n] of counts(town, gas))
      expect(n - (before.get(staff) ?? 0)).toBeLessThanOrEqual(2 * 3 + 1);
    const { asks } = await shown(town, gas);
    const open = asks.find(({ kind, state }) => kind === 'placement' && state === 'open');
    const leader = open?.to ?? '';
    const code = town.asksTo(leader, gas).map(askedCode).at(-1) ?? '';
    await town.text(town.phoneOf(leader), `${code} 52`);
    expect(town.asksTo('g52-a', gas)).toHaveLength(1);
  });

  it('stands first on the board, behind dangers only, and says so', async () => {
    const town = story();
    const lamp = await town.submit();
    const nowhere = await town.submit({ ...NOWHERE, phone: '+8619911110009' });
    const gas = await town.submit({ ...GAS_NOWHERE, phone: '+8619911110008' });
    const board = async (query: string) =>
      ((await (await town.admin('leader', `/admin/requests?${query}`)).json()) as BoardAnswer).items;
    const rows = await board('state=open');
    expect(rows.map(({ id, unplaced }) => [id, unplaced])).toEqual([
      [gas.id, true],
      [nowhere.id, true],
      [lamp.id, undefined],
    ]);
    // An emergency has its deadline wherever it is.
    expect((await board('due=today')).map(({ id }) => id)).toEqual([gas.id, lamp.id]);
    expect((await board('due=today&order=newest')).map(({ id }) => id).toSorted()).toEqual(
      [gas.id, lamp.id].toSorted(),
    );
  });
});
