import { eachStory } from './each-story.js';
import { RESIDENT, type Receipt, type TownStory } from './town-story.js';

const story = eachStory();

/** A street light that the head of grid 52 reports as mended. */
async function mended(town: TownStory, fields: Parameters<TownStory['submit']>[0] = {}): Promise<Receipt> {
  const receipt = await town.submit(fields);
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 已换灯泡');
  return receipt;
}

interface Share {
  readonly part: number;
  readonly of: number;
}
type Said = Record<'claimedDone' | 'saidContacted' | 'saidSolved' | 'saidSatisfied', Share>;

async function said(town: TownStory): Promise<Said> {
  const response = await town.http('/statistics?from=2026-08-01&to=2026-12-31&by=grid');
  const { places } = (await response.json()) as { places: { id: string; figures: Said }[] };
  const grid = places.find(({ id }) => id === '52');
  if (!grid) throw new Error('grid 52 is missing');
  return grid.figures;
}
const parts = ({ claimedDone, saidContacted, saidSolved, saidSatisfied }: Said) =>
  [claimedDone, saidContacted, saidSolved, saidSatisfied].map(({ part, of }) => `${part}/${of}`).join(' ');

const say = (town: TownStory, words: string): Promise<void> => {
  if (words.length > 1) town.typed.add(words);
  return town.text(RESIDENT.phone, words);
};

describe('a resident who is asked at closure', () => {
  it('is asked three things in one text, and one digit says yes to all', async () => {
    const town = story();
    const receipt = await mended(town);
    expect(town.lastTextTo(RESIDENT.phone)).toMatch(/联系.*解决.*满意.*1都是 2不满意/);
    await say(town, '1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect((await town.view(receipt)).timeline.map(({ text }) => text)).toContain(
      '您的评价：联系过、已解决、满意',
    );
    expect(parts(await said(town))).toBe('1/1 1/1 1/1 1/1');
  });

  it('and was not contacted, though it is solved, reopens nothing: it counts, and a leader hears of it', async () => {
    const town = story();
    const receipt = await mended(town);
    await say(town, '没人联系我，但灯修好了');
    expect(town.textsTo(RESIDENT.phone).join('\n')).toContain('没联系过、已解决');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed' });
    const { supervisors } = town.town;
    const village = town.town.grids.find(({ number }) => number === 52)?.village;
    const leader = supervisors.find((one) => one.village === village && one.role === 'leader');
    const told = town.textsTo(town.phoneOf(leader?.staff ?? 'duty-leader-1'));
    expect(told.some((text) => text.includes('没有人联系过') && text.includes(town.nameOf('g52-a')))).toBe(
      true,
    );
    expect(parts(await said(town))).toBe('1/1 0/1 1/1 0/0');
  });

  it('and says that it is not solved has it reopened, and both verdicts count', async () => {
    const town = story();
    const receipt = await mended(town);
    await say(town, '是否否');
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned' });
    await town.reply('g52-a', '1');
    await town.reply('g52-a', '1 又换了一次');
    await say(town, '联系了，修好了，满意');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect(parts(await said(town))).toBe('1/1 2/2 1/2 1/2');
  });

  it('and grumbles is asked whether it must be taken up again; one digit says so', async () => {
    const town = story();
    const receipt = await mended(town);
    await say(town, '解决了，就是太慢');
    expect(town.lastTextTo(RESIDENT.phone)).toMatch(/回1.*回2/);
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    await say(town, '1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect((await town.view(receipt)).timeline.map(({ text }) => text).join('\n')).toContain('太慢');
  });

  it('and only says that nobody called is asked for the rest, and keeps what was said', async () => {
    const town = story();
    const receipt = await mended(town);
    await say(town, '没人联系过俺');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    await say(town, '1');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'satisfied' });
    expect(parts(await said(town))).toBe('1/1 0/1 1/1 1/1');
  });

  it('is asked in English in the same way', async () => {
    const town = story();
    const receipt = await mended(town, { language: 'en' });
    expect(town.lastTextTo(RESIDENT.phone)).toMatch(/contact you\? Solved\? Are you satisfied\?.*1 all yes/);
    await say(town, 'nobody rang but it is fixed');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed' });
    expect(town.textsTo(RESIDENT.phone).join('\n')).toContain('not contacted, solved');
    expect(parts(await said(town))).toBe('1/1 0/1 1/1 0/0');
  });

  it('and says it after the time still counts; that it is not in order opens it again as a new request', async () => {
    const town = story();
    const receipt = await mended(town);
    await town.advance('P3DT1H');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'no_answer' });
    expect(parts(await said(town))).toBe('1/1 0/0 0/0 0/0');
    await say(town, '没联系我，灯还是不亮');
    expect(await town.view(receipt)).toMatchObject({ closedAs: 'no_answer' });
    expect(await town.executions()).toHaveLength(2);
    expect(parts(await said(town))).toBe('1/1 0/1 0/1 0/0');
  });

  it('answers question by question on the page, and a verdict goes before the option', async () => {
    const town = story();
    const receipt = await mended(town);
    const { ask } = (await town.view(receipt)) as { ask?: { id: string; questions?: string[] } };
    expect(ask?.questions).toEqual(['contacted', 'solved', 'satisfied']);
    const answer = (verdict: object) =>
      town.http(`/requests/${receipt.id}/answers?key=${receipt.trackingKey}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ask: ask?.id, option: 'satisfied', verdict }),
      });
    expect((await answer({ contacted: true })).status).toBe(422);
    expect((await answer({ contacted: true, solved: false, satisfied: true })).status).toBe(202);
    await town.cloud.clock.settled();
    expect(await town.view(receipt)).toMatchObject({ status: 'assigned' });
    expect(parts(await said(town))).toBe('1/1 1/1 0/1 1/1');
  });
});
