import { codeDigest, requestCode } from '../../../functions/http/staff-session.js';
import { createTextSignInCode } from '../../../functions/texts/text-sign-in-code/handler.js';
import { takeIn } from '../a-case.js';
import { eachWorld } from '../each-world.js';
import { RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const MINUTE = 60_000;

/** A resident whose phone is texted three codes an hour for strangers, and whoever else knows their number and phone. */
async function setUp() {
  const world = await begin();
  const request = await takeIn(world);
  const town = 'small-town';
  const codes = (): string[] =>
    world.textsTo(RESIDENT).flatMap((text) => /(?<!\d)\d{8}(?!\d)/.exec(text)?.[0] ?? []);
  return {
    codes,
    wait: (minutes: number) => void (world.at += minutes * MINUTE),
    press: async (origin: string): Promise<void> => {
      const asked = { town, staff: '', request, origin, at: world.at };
      const Records = [{ Sns: { Message: JSON.stringify(asked) } }];
      await createTextSignInCode(world.services)({ Records });
    },
    enter: async (origin: string): Promise<boolean> => {
      const whose = requestCode(request);
      const key = await world.services.linkKeys.findOrMake(town);
      const digest = codeDigest(key, town, whose, codes().at(-1) ?? '');
      return world.services.signInCodes.take({ town, whose, origin }, { digest, at: world.at });
    },
  };
}

describe('a code that opens a request', () => {
  it('is counted only where one is texted: whoever presses again within the minute loses nothing', async () => {
    const { press, codes, wait } = await setUp();
    for (let pressed = 0; pressed < 4; pressed += 1) await press('home');
    expect(codes()).toHaveLength(1);
    wait(1);
    await press('home');
    expect(codes()).toHaveLength(2);
  });

  it('is texted three times an hour to strangers, from wherever they ask', async () => {
    const { press, codes, wait } = await setUp();
    for (let n = 0; n < 5; n += 1) await press(`elsewhere-${n}`);
    expect(codes()).toHaveLength(3);
    wait(60);
    await press('elsewhere-9');
    expect(codes()).toHaveLength(4);
  });

  it('is texted all the same to whoever opened the request from there before', async () => {
    const { press, codes, enter, wait } = await setUp();
    await press('home');
    expect(await enter('home')).toBe(true);
    wait(1);
    for (let n = 0; n < 5; n += 1) await press(`elsewhere-${n}`);
    const before = codes().length;
    await press('home');
    expect(codes()).toHaveLength(before + 1);
    expect(await enter('home')).toBe(true);
  });
});
