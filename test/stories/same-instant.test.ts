import { eachStory } from './each-story.js';
import { RESIDENT, type TownStory } from './town-story.js';

const story = eachStory();

/** The carrier hands the same text over three times at once. */
async function deliverAtOnce(town: TownStory, from: string, body: string): Promise<void> {
  const to = town.town.settings.sms.number;
  town.typed.add(body);
  const text = { from, to, body, id: 'the-same-message' };
  await Promise.all([1, 2, 3].map(() => town.cloud.sms.receive(text)));
  await town.cloud.clock.settled();
  // By then what went back to the queue has come again, and nobody's turn to be reminded has come yet.
  await town.advance('PT15M');
}

describe('a text that is delivered several times in the same instant', () => {
  it('is answered once', async () => {
    const town = story();
    await town.submit();
    const cadre = town.phoneOf('g52-a');
    const before = town.textsTo(cadre).length;
    await deliverAtOnce(town, cadre, '待办');
    expect(town.textsTo(cadre)).toHaveLength(before + 1);
  });

  it('acts and is answered once where it answers an ask', async () => {
    const town = story();
    const receipt = await town.submit();
    const cadre = town.phoneOf('g52-a');
    const before = town.textsTo(cadre).length;
    await deliverAtOnce(town, cadre, `${town.codeFor(cadre)} 1`);
    // The reply, and what the next step asks of whoever took it.
    const told = town.textsTo(cadre).slice(before);
    expect(told).toEqual([...new Set(told)]);
    expect((await town.timeline(receipt)).filter((type) => type === 'accepted')).toHaveLength(1);
  });

  it('acts and is answered once where it takes back what was said before', async () => {
    const town = story();
    const receipt = await town.submit();
    const cadre = town.phoneOf('g52-a');
    await town.reply('g52-a', '1');
    const before = town.textsTo(cadre).length;
    await deliverAtOnce(town, cadre, '撤销');
    const told = town.textsTo(cadre).slice(before);
    expect(told).toEqual([...new Set(told)]);
    expect((await town.view(receipt)).status).toBe('assigned');
  });

  it('is one request where it reports something', async () => {
    const town = story();
    await deliverAtOnce(town, RESIDENT.phone, '示例：朱口村1组路灯不亮了');
    const told = town.textsTo(RESIDENT.phone);
    expect(told).toEqual([...new Set(told)]);
    expect(told).not.toEqual([]);
  });
});
