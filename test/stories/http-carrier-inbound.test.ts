import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCarrierPathStore } from '../../adapters/carrier-path-store.js';
import { createTownStore } from '../../adapters/town-store.js';
import { askedCode } from '../../domain/codes/asked-code.js';
import type { Town } from '../../domain/town/schema.js';
import { TownCopy } from '../towns/town-copy.js';
import { DescribedApi } from './described-api.js';
import { eachStory } from './each-story.js';
import { LoopbackCarrier } from './loopback-carrier.js';
import { RESIDENT, type TownStory } from './town-story.js';
import { keepToken, withCarrier } from './with-carrier.js';

const run = promisify(execFile);
const HEAD = 'g52-a';
let carrier: LoopbackCarrier;

beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
});
afterAll(() => carrier.close());

const storesOf = (town: TownStory) => ({ table: town.output('TableName'), endpoint: town.cloud.endpoint });

/** The town and its carrier, which know each other. What either knows may stand in no log, and no text comes by AWS. */
class CarriedTown {
  private sent = 0;

  private constructor(
    readonly town: TownStory,
    readonly path: string,
  ) {}

  static async of(town: TownStory): Promise<CarriedTown> {
    carrier.forget();
    await keepToken(town, carrier.settings);
    const path = await createCarrierPathStore(storesOf(town)).renew('sanhehu');
    town.typed.add(path);
    return new CarriedTown(town, path);
  }

  /** The carrier hands over what somebody texted; what it sets going has settled when this answers. */
  async text(from: string, body: string, { id = '', path = this.path } = {}): Promise<Response> {
    this.sent += 1;
    this.town.typed.add(from).add(from.replace('+86', ''));
    const response = await carrier.handOver(new URL(`/carrier/${path}`, this.town.cloud.url), {
      from,
      to: this.town.town.settings.sms.number,
      body,
      id: id || `carried-${this.sent}`,
    });
    await this.town.cloud.clock.settled();
    return response;
  }

  /** Answers the latest ask that was texted to this phone. */
  reply(phone: string, answer: string, id?: string): Promise<Response> {
    const code =
      carrier
        .textsTo(phone)
        .flatMap((body) => askedCode(body) ?? [])
        .at(-1) ?? 'none';
    return this.text(phone, `${code} ${answer}`, id === undefined ? {} : { id });
  }

  async change(how: (town: Town) => Town): Promise<void> {
    await createTownStore(storesOf(this.town)).importTown(how(this.town.town));
  }
}

describe('a town whose own carrier brings its texts', () => {
  const story = eachStory({ change: (town) => withCarrier(town, carrier.settings) });

  it('has a cadre accept and settle a request, and its resident close it, by that carrier alone', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const head = town.phoneOf(HEAD);
    const receipt = await town.submit();
    await carried.reply(head, '1');
    expect((await town.view(receipt)).status).toBe('accepted');
    await carried.reply(head, '1 示例已换灯泡');
    expect((await town.view(receipt)).status).toBe('awaiting_confirmation');
    await carried.reply(RESIDENT.phone, '1');
    expect(await town.view(receipt)).toMatchObject({ status: 'closed', closedAs: 'satisfied' });
    expect(carrier.textsTo(RESIDENT.phone).at(-2)).toContain('已办结');
    expect(town.cloud.sms.sent()).toEqual([]);
  });

  it('takes in a request from a stranger, who is asked what the words leave open', async () => {
    const carried = await CarriedTown.of(story());
    carried.town.typed.add('示例：朱口村路灯坏了');
    expect((await carried.text('+8619911110009', '示例：朱口村路灯坏了')).status).toBe(202);
    expect(carrier.textsTo('+8619911110009')[0]).toMatch(/编号\w{4}-\w{4}/);
    expect(carrier.textsTo('+8619911110009')[0]).toContain('朱口村的几组');
    expect(carrier.textsTo(carried.town.phoneOf('duty-desk-1'))).toEqual([]);
  });

  it('acts once on a message that is handed over again, and answers the carrier alike', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const receipt = await town.submit();
    const first = await carried.reply(town.phoneOf(HEAD), '1', 'the-same');
    const [timeline, texted] = [await town.timeline(receipt), carrier.texted.length];
    const second = await carried.reply(town.phoneOf(HEAD), '1', 'the-same');
    expect([second.status, await second.json()]).toEqual([first.status, await first.json()]);
    expect(await town.timeline(receipt)).toEqual(timeline);
    expect(carrier.texted).toHaveLength(texted);
  });

  it('takes nothing by another secret, nor from another address', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const receipt = await town.submit();
    const wrong = await carried.text(town.phoneOf(HEAD), '1', { path: `sanhehu.${'A'.repeat(20)}` });
    const { inbound } = carrier.settings;
    if (!inbound) throw new Error('the carrier hands nothing over');
    const moved = { ...carrier.settings, inbound: { ...inbound, addresses: ['203.0.113.0/24'] } };
    await carried.change((given) => withCarrier(given, moved));
    const elsewhere = await carried.text(town.phoneOf(HEAD), '1');
    expect([wrong.status, elsewhere.status]).toEqual([404, 403]);
    expect((await town.view(receipt)).status).toBe('assigned');
  });

  it('loses nothing that it took, though whoever acts on texts is out of order for a while', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const receipt = await town.submit();
    await town.fault({ function: 'ReceiveSms', error: 'Broken', times: 2 });
    expect((await carried.reply(town.phoneOf(HEAD), '1')).status).toBe(202);
    expect((await town.view(receipt)).status).toBe('assigned');
    await town.advance('PT15M');
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('says that nothing is taken while it cannot be stored', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const receipt = await town.submit();
    await town.fault({ service: 'sns', action: 'Publish', error: 'InternalFailure', times: 3 });
    expect((await carried.reply(town.phoneOf(HEAD), '1', 'again')).status).toBe(503);
    await town.clearFaults();
    expect((await town.view(receipt)).status).toBe('assigned');
    expect((await carried.reply(town.phoneOf(HEAD), '1', 'again')).status).toBe(202);
    expect((await town.view(receipt)).status).toBe('accepted');
  });

  it('is described by the OpenAPI document, well asked and badly asked', async () => {
    const carried = await CarriedTown.of(story());
    const api = await DescribedApi.of(carried.town);
    const route = 'POST /carrier/{secretPath}';
    const path = `/carrier/${carried.path}`;
    const dest = carried.town.town.settings.sms.number;
    const text = { msgid: 'm-1', mobile: RESIDENT.phone, dest, content: '帮助', parts: 1 };
    expect(await api.post(route, path, text)).toEqual({ id: 'm-1' });
    await api.post(route, path, { msgid: 'm-2' });
    await api.post(route, '/carrier/sanhehu.x', text);
    await api.send(route, path, text, { 'content-type': 'text/plain' });
    await api.send(route, path, { ...text, content: '长'.repeat(30_000) });
    expect(new Set([...api.seen].map((seen) => seen.split(' ')[2]))).toEqual(
      new Set(['202', '404', '413', '415', '422']),
    );
    await carried.town.cloud.clock.settled();
  });
});

describe('somebody who makes the town answer texts of its own carrier without end', () => {
  // Fewer than the same reply is repeated.
  const few = { resident: 2, staff: 50, town: 100 };
  const story = eachStory({
    change: (town) => {
      const changed = withCarrier(town, carrier.settings);
      const caps = { ...changed.settings.sms.caps, everyday: few, emergencies: few };
      return { ...changed, settings: { ...changed.settings, sms: { ...changed.settings.sms, caps } } };
    },
  });

  it('is texted no more than the cap that day, and the duty desk is told once', async () => {
    const carried = await CarriedTown.of(story());
    const pumping = '+8619911110009';
    for (const _ of [1, 2, 3, 4, 5]) expect((await carried.text(pumping, '帮助')).status).toBe(202);
    expect(carrier.textsTo(pumping)).toHaveLength(2);
    const desk = carrier.textsTo(carried.town.phoneOf('duty-desk-1'));
    expect(desk.filter((text) => text.includes('已达上限2条'))).toHaveLength(1);
  });
});

describe('npm run town -- carrier --receive', () => {
  const story = eachStory({ change: (town) => withCarrier(town, carrier.settings) });
  const SETTINGS = JSON.stringify({
    kind: 'http',
    url: 'https://carrier.example/send',
    format: 'json',
    names: { id: 'ref', from: 'src', to: 'mobile', body: 'content' },
    timeoutSeconds: 5,
    attempts: 3,
    inbound: {
      addresses: ['203.0.113.0/24'],
      format: 'json',
      names: { id: 'msgid', from: 'mobile', to: 'dest', body: 'content' },
    },
  });

  it('makes a new path, prints it this once, and ends the one before where that is consented to', async () => {
    const carried = await CarriedTown.of(story());
    const { town } = carried;
    const copy = new TownCopy().replace('settings.yaml', '{ kind: sns }', SETTINGS);
    const args = ['carrier', copy.dir, '--receive', '--endpoint', town.cloud.endpoint, '--lang', 'en'];
    const call = (...more: string[]) =>
      run(process.execPath, ['--import', 'tsx', 'tools/town.ts', ...args, ...more], {
        cwd: join(import.meta.dirname, '../..'),
      });
    await expect(call()).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('would hold no more'),
    });
    const { stdout, stderr } = await call('--yes');
    copy.remove();
    const path = /^\/carrier\/(sanhehu\.[\w-]{20})\n$/.exec(stdout)?.[1] ?? 'none';
    town.typed.add(path);
    expect(stderr).toContain('not shown again');
    const statuses = [];
    for (const one of [carried.path, path])
      statuses.push((await carried.text(RESIDENT.phone, '帮助', { path: one })).status);
    expect(statuses).toEqual([404, 202]);
    expect(carrier.textsTo(RESIDENT.phone)).toHaveLength(1);
  });
});
