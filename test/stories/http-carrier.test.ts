import { eachStory } from './each-story.js';
import { LoopbackCarrier } from './loopback-carrier.js';
import { RESIDENT, type TownStory } from './town-story.js';
import { keepToken, TOKEN, withCarrier } from './with-carrier.js';

let carrier: LoopbackCarrier;

beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
});
afterAll(() => carrier.close());

const story = eachStory({
  wire: true,
  change: (town) => withCarrier(town, carrier.settings),
});

async function townWithCarrier(): Promise<TownStory> {
  carrier.forget();
  const town = story();
  await keepToken(town, carrier.settings);
  return town;
}

describe('a town with a carrier of its own', () => {
  it('hands its texts to that carrier, by its secret, and none to SNS', async () => {
    const town = await townWithCarrier();
    await town.submit();
    expect(carrier.textsTo(RESIDENT.phone)).toEqual([expect.stringContaining('已收到并受理')]);
    expect(carrier.textsTo(town.phoneOf('g52-a'))).toEqual([expect.stringContaining('编码')]);
    expect(new Set(carrier.calls.map(({ authorization }) => authorization))).toEqual(
      new Set([`Bearer ${TOKEN}`]),
    );
    expect(carrier.calls.every(({ text }) => text.src === town.town.settings.sms.number)).toBe(true);
    expect(town.cloud.sms.sent()).toEqual([]);
  });

  it.each([
    ['is out of order for a moment', 'fails' as const],
    ['takes a text and fails to say so', 'takes and fails' as const],
    ['takes a text and never answers', 'is silent' as const],
  ])('texts nobody twice when the carrier %s: it is told the same key again', async (_, mood) => {
    const town = await townWithCarrier();
    carrier.moods.push(mood);
    await town.submit();
    expect(carrier.textsTo(RESIDENT.phone)).toHaveLength(1);
    expect(carrier.textsTo(town.phoneOf('g52-a'))).toHaveLength(1);
    const keys = carrier.calls.map(({ text }) => text.ref);
    expect(keys.length - new Set(keys).size).toBe(1);
  });

  it('loses no text when the carrier is down for longer, and the workflow goes on meanwhile', async () => {
    const town = await townWithCarrier();
    carrier.moods.push(...Array.from({ length: 4 }, () => 'fails' as const));
    const request = await town.submit();
    await town.advance('PT15M');
    expect(carrier.textsTo(RESIDENT.phone)).toHaveLength(1);
    expect(carrier.textsTo(town.phoneOf('g52-a'))).toHaveLength(1);
    await town.text(town.phoneOf('g52-a'), '1');
    expect((await town.view(request)).status).toBe('accepted');
  });
});
