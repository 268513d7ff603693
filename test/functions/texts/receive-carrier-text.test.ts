import { carriedTextRoute } from '../../../contracts/carrier/carried-text.js';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { mockClient } from 'aws-sdk-client-mock';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { CarrierPathStore } from '../../../adapters/carrier-path-store.js';
import { InboundTopic } from '../../../adapters/inbound-topic.js';
import { type CarrierInbound, httpCarrierSchema } from '../../../domain/town/carrier-schema.js';
import type { Town } from '../../../domain/town/schema.js';
import { createReceiveCarrierText } from '../../../functions/texts/receive-carrier-text/handler.js';
import { isAmong } from '../../../functions/http/is-among.js';
import { caseTown } from '../../domain/request/case-town.js';
import { eachWorld } from '../each-world.js';

const { begin, logged } = eachWorld();
const TOPIC = 'arn:topic';
const INBOUND: CarrierInbound = {
  addresses: ['203.0.113.0/24'],
  format: 'json',
  names: { id: 'ref', from: 'mobile', to: 'dest', body: 'content' },
};
/** Invented, like the words. */
const SENDER = '+8619900000901';
const given = caseTown();
const TEXT = { ref: 'm-1', mobile: SENDER, dest: given.settings.sms.number, content: '示例：路灯不亮' };

const townWith = (inbound?: CarrierInbound): Town => {
  const carrier = httpCarrierSchema.parse({
    kind: 'http',
    url: 'https://carrier.example/send',
    format: 'json',
    names: INBOUND.names,
    timeoutSeconds: 2,
    attempts: 3,
    inbound,
  });
  return { ...given, settings: { ...given.settings, sms: { ...given.settings.sms, carrier } } };
};

interface Calling {
  readonly path?: string;
  readonly body?: unknown;
  readonly from?: string;
  readonly headers?: Record<string, string>;
}

async function setup({ town = townWith(INBOUND), opened = true }: { town?: Town; opened?: boolean } = {}) {
  const world = await begin(town);
  const carrierPaths = new CarrierPathStore(world.table);
  const sns = new SNSClient({ region: 'us-east-1' });
  const topic = mockClient(sns);
  const handler = createReceiveCarrierText({
    towns: world.services.towns,
    carrierPaths,
    inboundTopic: new InboundTopic(sns, TOPIC),
  });
  const { id } = town.settings;
  const secretPath = opened ? await carrierPaths.renew(id) : `${id}.${'A'.repeat(20)}`;
  const call = ({ path = secretPath, body = TEXT, from = '203.0.113.9', headers = {} }: Calling = {}) => {
    const event = world.call(carriedTextRoute, { body, headers });
    const { requestContext } = event;
    return handler({
      ...event,
      pathParameters: { secretPath: path },
      requestContext: { ...requestContext, http: { ...requestContext.http, sourceIp: from } },
    });
  };
  const published = () =>
    topic.commandCalls(PublishCommand).map(({ args: [{ input }] }): unknown => ({
      topic: input.TopicArn,
      text: JSON.parse(input.Message ?? ''),
    }));
  return { world, call, topic, published, secretPath, carrierPaths };
}

const fieldsOf = ({ body = '{}' }: APIGatewayProxyStructuredResultV2): string[] =>
  (JSON.parse(body) as { errors?: { field: string }[] }).errors?.map(({ field }) => field) ?? [];

describe('a text that the carrier hands over', () => {
  it("is published in the words of AWS's two-way SMS, and then said to be taken", async () => {
    const { call, published } = await setup();
    const answer = await call();
    expect(published()).toEqual([
      {
        topic: TOPIC,
        text: {
          originationNumber: SENDER,
          destinationNumber: TEXT.dest,
          messageBody: TEXT.content,
          inboundMessageId: expect.stringMatching(/^[\w-]{43}$/),
        },
      },
    ]);
    expect(answer).toMatchObject({ statusCode: 202, body: '{"id":"m-1"}' });
  });

  it('is not said to be taken while it is not stored: the carrier hands it over again', async () => {
    const { call, topic } = await setup();
    topic.on(PublishCommand).rejects(new Error(`the topic did not take ${SENDER}`));
    expect(await call()).toMatchObject({ statusCode: 500 });
    topic.on(PublishCommand).resolves({});
    expect(await call()).toMatchObject({ statusCode: 202 });
  });

  it('is not said to be taken, nor to be refused, while nobody can tell whose it is', async () => {
    const { call, carrierPaths, published } = await setup();
    jest.spyOn(carrierPaths, 'hash').mockRejectedValueOnce(new Error('the table does not answer'));
    expect(await call()).toMatchObject({ statusCode: 500 });
    expect(published()).toEqual([]);
    expect(await call()).toMatchObject({ statusCode: 202 });
  });

  it('has one id however often it is handed over, is answered alike, and acts once', async () => {
    const { world, call, published } = await setup();
    const answers = [await call(), await call()];
    expect(answers[0]).toEqual(answers[1]);
    const ids = published().map(
      (one) => (one as { text: { inboundMessageId: string } }).text.inboundMessageId,
    );
    expect(new Set(ids).size).toBe(1);
    const [id = ''] = ids;
    for (const _ of ids) await world.deliver({ from: SENDER, body: TEXT.content, id });
    expect(world.started).toHaveLength(1);
    const [request = ''] = world.started;
    await world.ask(request, (await world.assign(request)).ask?.n);
    expect(world.textsTo(SENDER)).toHaveLength(1);
  });

  it('is another one under another id, in the same words', async () => {
    const { call, published } = await setup();
    await call();
    await call({ body: { ...TEXT, ref: 'm-2' } });
    expect(new Set(published().map((one) => JSON.stringify(one))).size).toBe(2);
  });

  it('may come as a form, and say more than is asked', async () => {
    const { call, published } = await setup({ town: townWith({ ...INBOUND, format: 'form' }) });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ ...TEXT, parts: '1' }).toString();
    expect(await call({ headers, body })).toMatchObject({ statusCode: 202 });
    expect(published()).toMatchObject([{ text: { messageBody: TEXT.content } }]);
  });

  it.each([
    ["the sender's without the country", { mobile: '19900000901' }],
    ["the sender's with 00", { mobile: '008619900000901' }],
    ["the town's without the country", { dest: given.settings.sms.number.replace('+86', '') }],
  ])('is understood with numbers in national form: %s', async (_, change) => {
    const { call, published } = await setup();
    expect(await call({ body: { ...TEXT, ...change } })).toMatchObject({ statusCode: 202 });
    expect(published()).toMatchObject([
      { text: { originationNumber: SENDER, destinationNumber: TEXT.dest } },
    ]);
  });

  it('leaves neither number, words, id nor path in the log, whatever becomes of it', async () => {
    const { call, topic, secretPath } = await setup();
    await call();
    await call({ from: '198.51.100.7' });
    await call({ body: { ...TEXT, mobile: 'nobody' } });
    topic.on(PublishCommand).rejects(new Error(JSON.stringify(TEXT)));
    await call();
    expect(logged().length).toBeGreaterThan(2);
    expect(logged().join()).not.toMatch(/199000009|示例|m-1|nobody/);
    expect(logged().join()).not.toContain(secretPath);
  });
});

describe('a call that does not come from the carrier', () => {
  it.each([
    ['another secret', (path: string) => path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['a secret of another town', (path: string) => path.replace(/^[^.]+/, 'elsewhere')],
    ['a longer secret', (path: string) => `${path}A`],
    ['no secret', (path: string) => path.replace(/\..*/, '')],
    ['nothing', () => ''],
    ['the key of another item', (path: string) => `x#carrier#${path}`],
  ])('with %s finds nothing here, and is not told what is wrong', async (_, change) => {
    const { call, published, secretPath } = await setup();
    const answer = await call({ path: change(secretPath), from: '198.51.100.7', body: 'no JSON' });
    expect(answer.statusCode).toBe(404);
    expect(JSON.parse(answer.body ?? '')).toEqual({
      type: 'urn:small-grid:problem:not-found',
      title: 'Not found',
      status: 404,
    });
    expect(published()).toEqual([]);
  });

  it('finds nothing where the town has never had a path', async () => {
    const { call, published } = await setup({ opened: false });
    expect(await call()).toMatchObject({ statusCode: 404 });
    expect(published()).toEqual([]);
  });

  it('finds nothing where the town takes its texts from AWS', async () => {
    for (const town of [given, townWith()]) {
      const { call, published } = await setup({ town });
      expect(await call()).toMatchObject({ statusCode: 404 });
      expect(published()).toEqual([]);
    }
  });

  it('from an address that is not on the list is refused, whatever its headers claim', async () => {
    const { call, published } = await setup();
    const headers = { 'x-forwarded-for': '203.0.113.9', forwarded: 'for=203.0.113.9' };
    expect(await call({ from: '198.51.100.7', headers })).toMatchObject({ statusCode: 403 });
    expect(published()).toEqual([]);
  });

  it('by a path that was replaced finds nothing, and by the new one is taken', async () => {
    const { call, secretPath, carrierPaths } = await setup();
    const renewed = await carrierPaths.renew(given.settings.id);
    expect(await call({ path: secretPath })).toMatchObject({ statusCode: 404 });
    expect(await call({ path: renewed })).toMatchObject({ statusCode: 202 });
  });
});

describe('what the carrier hands over wrongly', () => {
  it.each<[string, Calling, number, string[]]>([
    ['no id', { body: { ...TEXT, ref: undefined } }, 422, ['/ref']],
    ['an empty id', { body: { ...TEXT, ref: ' ' } }, 422, ['/ref']],
    ['an id that is a number, which JSON may round', { body: { ...TEXT, ref: 7 } }, 422, ['/ref']],
    ['no sender', { body: { ...TEXT, mobile: undefined } }, 422, ['/mobile']],
    ['a sender that is no phone', { body: { ...TEXT, mobile: 'OTP' } }, 422, ['/mobile']],
    ["another town's number", { body: { ...TEXT, dest: '+861069900099' } }, 422, ['/dest']],
    ['no words', { body: { ...TEXT, content: undefined } }, 422, ['/content']],
    [
      'a report of delivery',
      { body: { ref: 'm-1', status: 'DELIVRD' } },
      422,
      ['/mobile', '/dest', '/content'],
    ],
    ['a list', { body: [TEXT] }, 422, ['']],
    ['broken JSON', { body: '{"ref":' }, 400, []],
    ['a form where JSON was agreed', { headers: { 'content-type': 'text/plain' } }, 415, []],
    ['more than 64 KiB', { body: { ...TEXT, content: '长'.repeat(22_000) } }, 413, ['']],
  ])('is refused, by the field in its own name: %s', async (_, calling, status, fields) => {
    const { call, published } = await setup();
    const answer = await call(calling);
    expect(answer.statusCode).toBe(status);
    expect(fieldsOf(answer)).toEqual(fields);
    expect(published()).toEqual([]);
  });

  it('is told in Chinese or in English', async () => {
    const { call } = await setup();
    const body = { ...TEXT, dest: '+861069900099' };
    expect((await call({ body })).body).toContain('is not the number of this town');
    expect((await call({ body, headers: { 'accept-language': 'zh' } })).body).toContain('不是本镇的号码');
  });
});

describe('an address', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.255', true],
    ['203.0.113.0/24', '203.0.114.0', false],
    ['203.0.113.7/32', '203.0.113.7', true],
    ['203.0.113.7/32', '203.0.113.8', false],
    ['203.0.113.0/25', '203.0.113.128', false],
    // As a server that listens for both sees the older kind.
    ['203.0.113.0/24', '::ffff:203.0.113.9', true],
    ['203.0.113.0/24', '::ffff:198.51.100.9', false],
    ['2001:db8:7::/48', '2001:db8:7:1::1', true],
    ['2001:db8:7::/48', '2001:db8:8::1', false],
    ['2001:db8:7::/48', '203.0.113.9', false],
    ['203.0.113.0/24', 'unknown', false],
    ['203.0.113.0/24', '', false],
  ])('of %s: %s is %s', (range, address, is) => {
    expect(isAmong([range], address)).toBe(is);
    expect(isAmong(['192.0.2.0/24', range], address)).toBe(is);
  });
});

describe('the settings of what a carrier hands over', () => {
  const parse = (change: object) =>
    httpCarrierSchema.shape.inbound.safeParse({ ...INBOUND, ...change }).success;

  it.each([
    ['no address', { addresses: [] }],
    ['an address without its bits', { addresses: ['203.0.113.7'] }],
    ['a name instead of an address', { addresses: ['carrier.example'] }],
    ['more bits than there are', { addresses: ['203.0.113.0/33'] }],
    ['everybody', { addresses: ['0.0.0.0/0'] }],
    ['everybody with a newer address', { addresses: ['::/0'] }],
    ['two things by one name', { names: { ...INBOUND.names, from: 'ref' } }],
    ['the path, which is a secret', { path: 'small-town.x' }],
  ])('cannot hold %s', (_, change) => {
    expect(parse(change)).toBe(false);
  });

  it.each(['203.0.113.0/24', '203.0.113.7/32', '2001:db8::/32', '2001:db8::7/128'])('take %s', (address) => {
    expect(parse({ addresses: [address] })).toBe(true);
  });
});
