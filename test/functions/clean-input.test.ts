import { submitJsonRoute } from '../../contracts/open311/open311.js';
import { answerRoute, submitRoute, trackRoute } from '../../contracts/resident/request.js';
import { similarRoute } from '../../contracts/resident/similar.js';
import { statisticsRoute } from '../../contracts/resident/statistics.js';
import { findGridRoute } from '../../contracts/resident/town.js';
import { TextLog } from '../../adapters/text-log.js';
import { createAnswerRequest } from '../../functions/resident/answer-request/handler.js';
import { createFindSimilar } from '../../functions/resident/find-similar/handler.js';
import { createReadStatistics } from '../../functions/resident/read-statistics/handler.js';
import { createReadTown } from '../../functions/resident/read-town/handler.js';
import { createServeOpen311 } from '../../functions/resident/serve-open311/handler.js';
import { createSubmitRequest } from '../../functions/resident/submit-request/handler.js';
import { createTrackRequest } from '../../functions/resident/track-request/handler.js';
import { asked, takeIn } from './a-case.js';
import { eachWorld } from './each-world.js';
import { FORM, type FunctionWorld, RESIDENT } from './function-world.js';

const { begin } = eachWorld();

/** NUL, an override of the direction, a space without width, half of a character: none can be seen. */
const UNSEEN = String.fromCharCode(0, 0x202e, 0x200b, 0xd83d);
/** Without the half: in a form it arrives as the sign for what cannot be read, which can be seen. */
const WHOLE = UNSEEN.slice(0, -1);
const ANY_UNSEEN = /(?![\t\n])[\p{Cc}\p{Cs}]|[\u200B\u202A-\u202E]/u;

interface Answered {
  readonly status: number | undefined;
  readonly body: { id?: string; errors?: { field: string; message: string }[] };
}

async function submit(world: FunctionWorld, body: unknown, language = 'en'): Promise<Answered> {
  const call = world.call(submitRoute, { body, headers: { 'accept-language': language } });
  const answer = await createSubmitRequest(world.services)(call);
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? '{}') as Answered['body'] };
}

/** A form as a browser or an Open311 client sends it. */
const formOf = (fields: Record<string, string>, query?: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  ...(query === undefined ? {} : { query }),
});

const FILING = {
  service_code: 'street-light',
  lat: '37.36',
  long: '117.77',
  phone: RESIDENT,
  first_name: 'Sample',
  description: 'the lamp is dark',
  'attribute[consent]': 'yes',
};
async function file(world: FunctionWorld, fields: Record<string, string>) {
  const event = world.call(submitJsonRoute, formOf({ ...FILING, ...fields }));
  const answer = await createServeOpen311(world.services)({
    ...event,
    rawPath: '/open311/v2/requests.json',
  });
  return { status: answer.statusCode, body: answer.body ?? '' };
}

const logged = (world: FunctionWorld, id: string) =>
  new TextLog(world.table).find('small-town', { direction: 'in', id });

describe('what nobody sees is taken out before anything is stored', () => {
  it('of the web form', async () => {
    const world = await begin();
    const { body } = await submit(world, {
      ...FORM,
      name: `Sample${UNSEEN} Resident`,
      description: `the ${UNSEEN}lamp\r\nis dark`,
      onBehalfOf: { name: `Old${UNSEEN} Sample` },
    });
    const person = await world.services.requests.person('small-town', body.id ?? '');
    expect(person).toMatchObject({
      name: 'Old Sample',
      filedBy: { name: 'Sample Resident' },
      description: 'the lamp\nis dark',
    });
  });

  it('of an Open311 client', async () => {
    const world = await begin();
    const { status, body } = await file(world, { description: `the${WHOLE} lamp`, first_name: `S${WHOLE}` });
    expect(status).toBe(201);
    const [filed] = JSON.parse(body) as { service_request_id: string }[];
    const person = await world.services.requests.person('small-town', filed?.service_request_id ?? '');
    expect(person).toMatchObject({ name: 'S', description: 'the lamp' });
  });

  it('of a text message, and its log', async () => {
    const world = await begin();
    await world.deliver({ from: RESIDENT, body: `the street lamp ${UNSEEN}in group 1 is dark${UNSEEN}` });
    const [request = ''] = world.started.map((name) => name.split('-').at(-1) ?? '');
    const { description } = await world.services.requests.person('small-town', request);
    expect(description).toBe('the street lamp in group 1 is dark');
    expect((await logged(world, 'message-1'))?.body).toBe('the street lamp in group 1 is dark');
  });

  it('of what a resident answers', async () => {
    const world = await begin();
    const id = await takeIn(world);
    const { trackingKey } = await world.services.requests.load('small-town', id);
    const call = world.call(answerRoute, {
      id,
      query: { key: trackingKey },
      body: { ask: id, option: 'withdraw', note: `never${UNSEEN} mind` },
    });
    expect((await createAnswerRequest(world.services)(call)).statusCode).toBe(202);
    expect(JSON.stringify(await world.services.requests.load('small-town', id))).not.toMatch(ANY_UNSEEN);
  });
});

describe('a field of which nothing can be seen is empty', () => {
  it.each([
    ['/name', { name: UNSEEN }],
    ['/description', { description: `${UNSEEN} \u00a0` }],
    ['/onBehalfOf/name', { onBehalfOf: { name: '\u2800\u3164' } }],
  ])('%s', async (field, fields) => {
    const world = await begin();
    for (const [language, word] of [
      ['en', 'is required'],
      ['zh-CN', '必填'],
    ] as const) {
      const { status, body } = await submit(world, { ...FORM, ...fields }, language);
      expect([status, body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
      expect(body.errors?.[0]?.message).toContain(word);
    }
  });

  it('description, of an Open311 client', async () => {
    const world = await begin();
    const { status, body } = await file(world, { description: WHOLE });
    expect([status, body]).toEqual([400, expect.stringContaining('description')]);
  });
});

describe('a number that cannot be stored is named by its field, in both languages', () => {
  const TOO_LARGE = ['1e126', '1e999', '-1e999', '9'.repeat(40), '1e-131'];

  it.each(
    TOO_LARGE.flatMap((number) => [
      { field: '/group', fields: `"group":${number}` },
      { field: '/location/lat', fields: `"location":{"lat":${number},"lng":117}` },
    ]),
  )('$field: $fields', async ({ field, fields }) => {
    const world = await begin();
    const body = `${JSON.stringify(FORM).slice(0, -1)},${fields}}`;
    for (const language of ['en', 'zh-CN']) {
      const answered = await submit(world, body, language);
      expect([answered.status, answered.body.errors?.map((error) => error.field)]).toEqual([422, [field]]);
      expect(/[\u4e00-\u9fff]/.test(answered.body.errors?.[0]?.message ?? '')).toBe(language === 'zh-CN');
    }
  });

  it.each(['1e-140', '1e999', 'NaN', 'Infinity', '-1e126'])('lat of an Open311 client: %s', async (lat) => {
    const world = await begin();
    const { status, body } = await file(world, { lat });
    expect([status, body]).toEqual([400, expect.stringContaining('lat:')]);
  });

  it('of a text message, in the words of a form', async () => {
    const world = await begin();
    const { id } = await asked(world, 'surgery');
    for (const age of ['9'.repeat(400), '9'.repeat(30), `0.${'0'.repeat(140)}1`])
      expect(
        await world.deliver({ from: world.phoneOf('a1'), body: `form 1=${age}`, id: `m${age.length}` }),
      ).toEqual([]);
    expect(id).toBeDefined();
  });
});

describe('a body that is nothing like a form is answered as such', () => {
  const nested = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;

  it.each([
    ['objects within objects without end', nested, 422],
    ['lists within lists without end', `{"name":${'['.repeat(20_000)}${']'.repeat(20_000)}}`, 422],
    ['a field of its own language', '{"__proto__":{"name":"x"},"constructor":1}', 422],
    ['bytes that are no text', Buffer.from([0x22, 0xff, 0x22]).toString('latin1'), 422],
  ])('%s', async (_what, body, status) => {
    const world = await begin();
    expect((await submit(world, body)).status).toBe(status);
  });
});

describe('an address with what nobody sees in it', () => {
  it.each([{ id: `7Q3K${UNSEEN}9M2X` }, { id: 'x'.repeat(5000) }, { id: '\0' }, { id: '..%2f' }])(
    'opens no request, and fails nowhere',
    async ({ id }) => {
      const world = await begin();
      const answer = await createTrackRequest(world.services)(
        world.call(trackRoute, { id, query: { key: UNSEEN } }),
      );
      expect(answer.statusCode).toBe(404);
    },
  );

  it.each([
    ['town', { category: 'street-light', village: 'east-village', group: '1', town: 'x'.repeat(3000) }],
    ['category', { category: 'x'.repeat(3000), village: 'east-village', group: '1' }],
    ['group', { category: 'street-light', village: 'east-village', group: '1e300' }],
  ])('%s: is told what is wrong', async (_name, query) => {
    const world = await begin();
    const answer = await createFindSimilar(world.services)(world.call(similarRoute, { query }));
    expect([400, 404]).toContain(answer.statusCode);
  });

  it.each(['0000-01-01', '0001-01-01', '1999-12-31', '2100-01-01', '9999-12-31'])(
    'counts no figures until %s, which no calendar reckons with',
    async (to) => {
      const world = await begin();
      const event = world.call(statisticsRoute, { query: { from: '0000-01-01', to } });
      expect((await createReadStatistics(world.services)(event)).statusCode).toBe(400);
    },
  );

  it('finds no grid by a number that is none', async () => {
    const world = await begin();
    const event = world.call(findGridRoute, { query: { lat: '1e999', lng: '5' } });
    expect((await createReadTown(world.services)(event)).statusCode).toBe(400);
  });
});

describe('a text longer than anybody reads', () => {
  it('is taken up to what is read, says so, and is kept whole in the log', async () => {
    const world = await begin();
    const body = `the street lamp in group 1 is dark ${'. '.repeat(9_000)}`;
    expect(await world.deliver({ from: RESIDENT, body, id: 'long' })).toEqual([]);
    const [request = ''] = world.started.map((name) => name.split('-').at(-1) ?? '');
    const { description } = await world.services.requests.person('small-town', request);
    expect(description.length).toBeLessThanOrEqual(1600);
    expect(description).toMatch(/\(\d+ characters in all; the rest is left out\)$/);
    expect((await logged(world, 'long'))?.body).toBe(body);
  });

  it('that answers leaves no more with the record than a page may send', async () => {
    const world = await begin();
    const { id, n } = await asked(world);
    await world.deliver({ from: world.phoneOf('a1'), body: `2 ${'too far '.repeat(5_000)}` });
    const answered = await world.services.asks.find({ town: 'small-town', of: 'request', subject: id, n });
    expect(answered?.answer?.note).toHaveLength(500);
  });
});
