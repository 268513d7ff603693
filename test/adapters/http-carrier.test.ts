import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CarrierSecretStore } from '../../adapters/carrier-secret-store.js';
import type { Attributes } from '../../adapters/dynamodb.js';
import { HttpCarrier } from '../../adapters/http-carrier.js';
import type { HttpCarrierSettings } from '../../domain/town/carrier-schema.js';
import { httpCarrierSchema } from '../../domain/town/carrier-schema.js';
import { caseTown } from '../domain/request/case-town.js';
import { tableMock } from './table-mock.js';

const town = caseTown();
const CARRIER: HttpCarrierSettings = {
  kind: 'http',
  url: 'https://carrier.example/send',
  format: 'json',
  names: { id: 'ref', from: 'src', to: 'mobile', body: 'content' },
  timeoutSeconds: 2,
  attempts: 3,
};
const TEXT = { purpose: '7Q3K9M2X/assign/0', to: '+8619900000099', body: '【小镇】示例' };

type Answer = number | 'silence';

/** A carrier that answers like this, one call after the other. */
/** What was kept of a town's secret, as the table gives it. */
function secretsOf(Item: Attributes | undefined): CarrierSecretStore {
  const { table, dynamodb } = tableMock();
  dynamodb.on(GetItemCommand).resolves(Item ? { Item } : {});
  return new CarrierSecretStore(table);
}

const KEPT = { token: 'a-secret', origin: 'https://carrier.example' };

function setup(answers: readonly Answer[], { kept }: { kept?: Attributes } = { kept: KEPT }) {
  const calls: Request[] = [];
  const pauses: number[] = [];
  const rest = [...answers];
  const carrier = new HttpCarrier(secretsOf(kept), {
    fetch: (url, init) => {
      calls.push(new Request(url, init));
      const answer = rest.shift() ?? 200;
      return answer === 'silence'
        ? Promise.reject(new DOMException('no answer in time', 'TimeoutError'))
        : Promise.resolve(new Response('words of the carrier', { status: answer }));
    },
    pause: (milliseconds) => Promise.resolve(void pauses.push(milliseconds)),
    random: () => 0.5,
  });
  const deliver = (settings = CARRIER) => carrier.deliver(town, settings, TEXT);
  const keys = () => calls.map(({ headers }) => headers.get('idempotency-key'));
  return { deliver, calls, pauses, keys };
}

describe('a text by an HTTP carrier', () => {
  it("goes out in the carrier's own words, with the town's secret in a header and nowhere else", async () => {
    const { deliver, calls } = setup([200]);
    await deliver();
    const [call] = calls;
    const words = (await call?.text()) ?? '';
    expect(call?.url).toBe(CARRIER.url);
    expect(JSON.parse(words)).toEqual({
      ref: expect.stringMatching(/^[\w-]{43}$/),
      src: town.settings.sms.number,
      mobile: TEXT.to,
      content: TEXT.body,
    });
    expect(call?.headers.get('authorization')).toBe('Bearer a-secret');
    expect(words).not.toContain('a-secret');
  });

  it('goes out as a form where the carrier wants one', async () => {
    const { deliver, calls } = setup([204]);
    await deliver({ ...CARRIER, format: 'form' });
    expect(Object.fromEntries(new URLSearchParams(await calls[0]?.text()))).toMatchObject({
      mobile: TEXT.to,
      content: TEXT.body,
    });
  });

  it.each<[string, Answer[], number]>([
    ['taken at once', [200], 1],
    ['out of order once', [500, 200], 2],
    ['too busy twice', [429, 503, 202], 3],
    ['silent once', ['silence', 200], 2],
  ])('is tried again while the carrier is %s, by the same key', async (_, answers, tries) => {
    const { deliver, keys } = setup(answers);
    await deliver();
    expect(keys()).toHaveLength(tries);
    expect(new Set(keys()).size).toBe(1);
  });

  it('waits longer before each try', async () => {
    const { deliver, pauses } = setup([500, 500, 200]);
    await deliver();
    expect(pauses).toEqual([300, 600]);
  });

  it.each<[string, Answer[], string, number]>([
    ['stays out of order', [500, 500, 500], 'CarrierUnavailable', 3],
    ['stays silent', ['silence', 'silence', 'silence'], 'CarrierUnavailable', 3],
    ['refuses the call', [401], 'CarrierRefused', 1],
    ['points elsewhere', [302], 'CarrierRefused', 1],
  ])('fails when the carrier %s, and says so without a word of the text', async (_, answers, name, tries) => {
    const { deliver, calls } = setup(answers);
    const failure: unknown = await deliver().catch((error: unknown) => error);
    expect(failure).toMatchObject({ name });
    expect(String(failure)).not.toMatch(/示例|19900000099|a-secret|words/);
    expect(calls).toHaveLength(tries);
  });

  it('fails at once where the town has no secret for it', async () => {
    const { deliver, calls } = setup([200], {});
    await expect(deliver()).rejects.toMatchObject({ name: 'CarrierSecretMissing' });
    expect(calls).toEqual([]);
  });

  it.each([
    ['is another carrier', KEPT, 'https://elsewhere.example/send'],
    ['is another port of its own machine', KEPT, 'https://carrier.example:8443/send'],
    ['is one beside the function itself', KEPT, 'http://127.0.0.1:9001/2018-06-01/runtime'],
    ['was never said', { token: 'a-secret' }, CARRIER.url],
  ])('brings neither secret nor words to an address that %s', async (_what, kept, url) => {
    const { deliver, calls } = setup([200], { kept });
    await expect(deliver({ ...CARRIER, url })).rejects.toMatchObject({ name: 'CarrierSecretMissing' });
    expect(calls).toEqual([]);
  });

  it('goes to another path of the carrier that the secret was kept for', async () => {
    const { deliver, calls } = setup([200]);
    await deliver({ ...CARRIER, url: 'https://carrier.example/v2/messages' });
    expect(calls).toHaveLength(1);
  });
});

describe('the settings of an HTTP carrier', () => {
  it.each([
    ['an address without TLS', { url: 'http://carrier.example/send' }],
    ['an address that is none', { url: 'carrier' }],
    ['two things by one name', { names: { ...CARRIER.names, to: 'src' } }],
    ['more time than a function has', { timeoutSeconds: 10 }],
  ])('cannot hold %s', (_, change) => {
    expect(httpCarrierSchema.safeParse({ ...CARRIER, ...change }).success).toBe(false);
  });

  it.each(['https://carrier.example/a?b=c', 'http://127.0.0.1:8099/send', 'http://[::1]:1/x'])(
    'take %s',
    (url) => {
      expect(httpCarrierSchema.safeParse({ ...CARRIER, url }).success).toBe(true);
    },
  );
});
