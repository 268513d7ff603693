import { eachStory } from './each-story.js';
import type { TownStory } from './town-story.js';

const story = eachStory({
  change: (town) => ({
    ...town,
    settings: { ...town.settings, sms: { ...town.settings.sms, links: true } },
  }),
});

async function aidOf(town: TownStory): Promise<number> {
  const response = await town.http('/statistics?from=2026-08-01&to=2026-08-31');
  return ((await response.json()) as { total: { yuan: number } }).total.yuan;
}

async function answerByLink(town: TownStory, staff: string, body: object): Promise<Response> {
  const texts = town.textsTo(town.phoneOf(staff)).toReversed();
  const { pathname, search } = new URL(texts.flatMap((text) => /https?:\S+/.exec(text)?.[0] ?? [])[0] ?? '');
  const response = await town.http(`${pathname}${search}&lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  await town.cloud.clock.settled();
  return response;
}

/** Paid by the civil affairs office after its approval; the programme pays 3,000 yuan at most. */
async function untilPayment(town: TownStory) {
  const receipt = await town.submit({ category: 'temporary-aid', description: '示例：家中失火需救助' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1');
  await town.reply('civil-affairs-1', '1');
  return receipt;
}

it('aid that a cadre names with the outcome is recorded, said back and summed', async () => {
  const town = story();
  const receipt = await town.submit({ category: 'other', description: '示例：老人缺少棉被' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '5 棉被 200元');
  await town.reply('g52-a', '1 已送 300元');
  expect(town.textsTo(town.phoneOf('g52-a')).filter((text) => text.includes('救助300元'))).toHaveLength(1);
  const { timeline } = await town.view(receipt);
  expect(timeline.filter(({ type }) => type === 'aid').map(({ text }) => text)).toEqual([
    expect.stringContaining('200元'),
    expect.stringContaining('300元'),
  ]);
  expect(await aidOf(town)).toBe(500);
});

it('aid beyond what the programme pays, or in words nobody can count, is not recorded and says so', async () => {
  const town = story();
  await untilPayment(town);
  await town.reply('civil-affairs-1', '1 已发放3500元');
  expect(town.lastTextTo(town.phoneOf('civil-affairs-1'))).toContain('上限3,000元');
  await town.reply('civil-affairs-1', '1 已发放三千元');
  expect(town.lastTextTo(town.phoneOf('civil-affairs-1'))).toContain('金额未识别');
  await town.reply('civil-affairs-1', '1 已发放2500元');
  expect(await aidOf(town)).toBe(2500);
});

it('aid stated on the page behind the link counts as a number of its own', async () => {
  const town = story();
  const receipt = await untilPayment(town);
  const refused = await answerByLink(town, 'civil-affairs-1', { option: 'aid', yuan: 3001 });
  expect([refused.status, await refused.json()]).toMatchObject([422, { errors: [{ field: '/yuan' }] }]);
  expect((await answerByLink(town, 'civil-affairs-1', { option: 'aid', yuan: 1000.5 })).status).toBe(202);
  expect((await answerByLink(town, 'civil-affairs-1', { option: 'done', yuan: 1500 })).status).toBe(202);
  expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
  expect(await aidOf(town)).toBe(2500.5);
});
