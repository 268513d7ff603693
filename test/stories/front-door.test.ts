import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCarrierPathStore } from '../../adapters/carrier-path-store.js';
import { DOOR_LIMITS } from '../../infra/door-limits.js';
import { eachStory } from './each-story.js';
import { LoopbackCarrier } from './loopback-carrier.js';
import { askForCode, codeTextedTo } from './staff-door.js';
import { RESIDENT, ROOT, type TownStory } from './town-story.js';
import { keepToken, withCarrier } from './with-carrier.js';

let carrier: LoopbackCarrier;
let folder: string;
beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
  folder = slowlyFilled();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await carrier.close();
});

/** How much slower than deployed what was used up at the door fills again, so that a slow machine floods it as a fast one does. */
const SLOWER = 1000;

/** The assembly with the limits of the door as deployed, but that they fill slowly. */
function slowlyFilled(): string {
  const made = mkdtempSync(join(tmpdir(), 'small-grid-door-'));
  const assembly = join(ROOT, 'cdk.out');
  for (const name of readdirSync(assembly)) symlinkSync(join(assembly, name), join(made, name));
  const file = join(made, 'SmallGrid.template.json');
  const template = readFileSync(file, 'utf8');
  rmSync(file);
  writeFileSync(
    file,
    template.replaceAll(
      /"ThrottlingRateLimit": *(\d+)/g,
      (_, rate) => `"ThrottlingRateLimit":${Number(rate) / SLOWER}`,
    ),
  );
  return made;
}

/** A town for each test, at that door. */
function eachSlowly(options: Parameters<typeof eachStory>[0] = {}): () => TownStory {
  const given: { -readonly [Name in keyof typeof options]: (typeof options)[Name] } = { ...options };
  beforeAll(() => {
    given.assembly = folder;
  });
  return eachStory(given);
}

/** Calls an address so often at once; answers how often each status came. */
async function flood(town: TownStory, path: string, times: number): Promise<ReadonlyMap<number, number>> {
  const counted = new Map<number, number>();
  await Promise.all(
    Array.from({ length: times }, async () => {
      const response = await town.http(path);
      await response.arrayBuffer();
      counted.set(response.status, (counted.get(response.status) ?? 0) + 1);
    }),
  );
  return counted;
}

const statusOf = async (town: TownStory, path: string): Promise<number> => (await town.http(path)).status;

const beyond = DOOR_LIMITS.reading.burst + 50;

describe('whoever calls a public address without end', () => {
  const story = eachSlowly();

  it('is refused by the gateway, and shuts nobody out of anything else', async () => {
    const town = story();
    const receipt = await town.submit();
    const counted = await flood(town, '/today', beyond);
    expect(counted.get(200)).toBeGreaterThanOrEqual(DOOR_LIMITS.reading.burst);
    expect(counted.get(429)).toBeGreaterThan(beyond - DOOR_LIMITS.reading.burst - 10);

    // At that very moment, the clock standing still: other answers, the pages, a resident's own request, a report, the staff.
    expect(await statusOf(town, '/villages')).toBe(200);
    expect(await statusOf(town, '/')).toBe(200);
    expect((await town.view(receipt)).status).toBe('assigned');
    await town.submit({ phone: '+8619911110077', description: '示例：井盖翘起来了' });
    expect((await askForCode(town, town.phoneOf('g52-a'))).status).toBe(202);
    expect(codeTextedTo(town, town.phoneOf('g52-a'))).toMatch(/^\d{8}$/);
  });

  it('gets in again when it has been quiet for a hundredth of a second', async () => {
    const town = story();
    expect((await flood(town, '/today', beyond)).get(429)).toBeGreaterThan(0);
    await town.advance(`PT${SLOWER / DOOR_LIMITS.reading.rate}S`);
    expect(await statusOf(town, '/today')).toBe(200);
  });
});

describe('a link that was sent to a large group', () => {
  const story = eachSlowly();

  it('opens for five hundred people in the same second', async () => {
    expect(await flood(story(), '/?town=sanhehu', 500)).toEqual(new Map([[200, 500]]));
  });
});

describe("a town's carrier, while strangers call its public addresses without end", () => {
  const story = eachSlowly({ change: (town) => withCarrier(town, carrier.settings) });

  it('hands over every text at the first try', async () => {
    const town = story();
    await keepToken(town, carrier.settings);
    const stores = { table: town.output('TableName'), endpoint: town.cloud.endpoint };
    const path = await createCarrierPathStore(stores).renew('sanhehu');
    town.typed.add(path);
    const noise = ['/today', '/statistics', '/villages'].map((address) => flood(town, address, beyond));
    const texts = Array.from({ length: 20 }, async (_, n) => {
      const body = '进度';
      const handed = { from: RESIDENT.phone, to: town.town.settings.sms.number, body, id: `carried-${n}` };
      return (await carrier.handOver(new URL(`/carrier/${path}`, town.cloud.url), handed)).status;
    });
    expect(await Promise.all(texts)).toEqual(Array<number>(20).fill(202));
    for (const counted of await Promise.all(noise)) expect(counted.get(429)).toBeGreaterThan(0);
  });
});
