import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { Table } from '../../../adapters/dynamodb.js';
import type { CodeAsked, SignInTopic } from '../../../adapters/sign-in-topic.js';
import { createServeStaff } from '../../../functions/staff/serve-staff/handler.js';
import { createSignInStaff } from '../../../functions/staff/sign-in-staff/handler.js';
import { createTextSignInCode } from '../../../functions/texts/text-sign-in-code/handler.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin } = eachWorld();
const [HOME, ELSEWHERE] = ['203.0.113.7', '198.51.100.4'];

/** The doors of the staff, called from whatever address; codes are texted when `deliver` says so. */
class Doors {
  readonly asked: CodeAsked[] = [];
  private readonly signIn;
  private readonly serve;

  constructor(private readonly world: FunctionWorld) {
    const signInTopic: Pick<SignInTopic, 'publish'> = {
      publish: async (asked) => void this.asked.push(asked),
    };
    this.signIn = createSignInStaff({ ...world.services, signInTopic });
    this.serve = createServeStaff(world.services);
  }

  call(routeKey: string, from: string, body?: object, cookies?: string[]) {
    const event = {
      routeKey,
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      requestContext: {
        timeEpoch: this.world.at,
        requestId: 'r1',
        http: { method: routeKey.split(' ')[0], path: routeKey.split(' ')[1], sourceIp: from },
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(cookies === undefined ? {} : { cookies }),
    } as unknown as APIGatewayProxyEventV2;
    const door = body === undefined ? this.serve : this.signIn;
    return door(event);
  }

  /** Asks for a code, and answers where that was. */
  async ask(phone: string, from: string): Promise<string> {
    const { body = '' } = await this.call('POST /staff/codes', from, { phone });
    return (JSON.parse(body) as { asked: string }).asked;
  }

  async deliver(): Promise<void> {
    for (const asked of this.asked.splice(0)) {
      const Records = [{ Sns: { Message: JSON.stringify(asked) } }];
      await createTextSignInCode(this.world.services)({ Records });
    }
  }

  async askAndGet(phone: string, from: string): Promise<string> {
    await this.ask(phone, from);
    await this.deliver();
    return this.code(phone);
  }

  code = (phone: string): string => this.codes(phone).at(-1) ?? '';
  codes = (phone: string): string[] =>
    this.world.textsTo(phone).flatMap((text) => /(?<!\d)\d{8}(?!\d)/.exec(text)?.[0] ?? []);

  enter = async (phone: string, code: string, from: string, asked?: string): Promise<number | undefined> =>
    (await this.call('POST /staff/sessions', from, { phone, code, ...(asked ? { asked } : {}) })).statusCode;
}

const wrongFor = (code: string): string => (code === '00000000' ? '11111111' : '00000000');

async function setUp() {
  const world = await begin();
  return { world, doors: new Doors(world), head: world.phoneOf('a1') };
}

describe('a code', () => {
  it('stands, however many wrong ones somebody types elsewhere', async () => {
    const { doors, head } = await setUp();
    const code = await doors.askAndGet(head, HOME);
    for (let tried = 0; tried < 8; tried += 1)
      expect(await doors.enter(head, wrongFor(code), ELSEWHERE)).toBe(422);
    expect(await doors.enter(head, code, HOME)).toBe(201);
  });

  it('stands, though somebody elsewhere asks for codes for the same number until there are no more', async () => {
    const { world, doors, head } = await setUp();
    for (let asked = 0; asked < 8; asked += 1) {
      await doors.askAndGet(head, ELSEWHERE);
      world.at += 60_000;
    }
    expect(doors.codes(head)).toHaveLength(6);
    const code = await doors.askAndGet(head, HOME);
    await doors.askAndGet(head, ELSEWHERE);
    expect(doors.codes(head)).toHaveLength(7);
    expect(await doors.enter(head, code, HOME)).toBe(201);
  });

  it('of which five wrong ones used up the tries is followed by another from another address', async () => {
    const { doors, head } = await setUp();
    const first = await doors.askAndGet(head, HOME);
    for (let tried = 0; tried < 5; tried += 1) await doors.enter(head, wrongFor(first), HOME);
    expect(await doors.enter(head, first, HOME)).toBe(422);
    const second = await doors.askAndGet(head, ELSEWHERE);
    expect(await doors.enter(head, second, ELSEWHERE)).toBe(201);
  });

  it('lets in once', async () => {
    const { doors, head } = await setUp();
    const code = await doors.askAndGet(head, HOME);
    expect(await doors.enter(head, code, HOME)).toBe(201);
    expect(await doors.enter(head, code, HOME)).toBe(422);
  });

  it('is good on another network by what the answer said of where it was asked for, and by nothing else', async () => {
    const { doors, head } = await setUp();
    const asked = await doors.ask(head, HOME);
    await doors.deliver();
    const code = doors.code(head);
    expect(await doors.enter(head, code, ELSEWHERE)).toBe(422);
    expect(await doors.enter(head, code, ELSEWHERE, asked)).toBe(201);
  });

  it('is texted 24 times a day at most to strangers, and to whoever signed in from there before all the same', async () => {
    const { world, doors, head } = await setUp();
    await doors.enter(head, await doors.askAndGet(head, HOME), HOME);
    for (let n = 0; n < 30; n += 1) await doors.askAndGet(head, `192.0.2.${n}`);
    expect(doors.codes(head)).toHaveLength(24);
    world.at += 60_000;
    expect(await doors.enter(head, await doors.askAndGet(head, HOME), HOME)).toBe(201);
  });
});

describe('how long an answer takes', () => {
  const METHODS = ['get', 'getTogether', 'put', 'update', 'delete', 'query'] as const;

  /** The calls to the table that something takes. */
  async function callsOf(act: () => Promise<unknown>): Promise<string[]> {
    const calls: string[] = [];
    const spies = METHODS.map((method) => jest.spyOn(Table.prototype, method).mockName(method));
    await act();
    for (const [i, spy] of spies.entries()) {
      calls.push(...spy.mock.calls.map(() => METHODS[i] ?? ''));
      spy.mockRestore();
    }
    return calls;
  }

  it('tells nothing of whose a number is: asking for a code takes the same calls, and texts nobody by itself', async () => {
    const { world, doors, head } = await setUp();
    await doors.ask(head, HOME);
    const [staff, nobody] = [
      await callsOf(() => doors.ask(head, HOME)),
      await callsOf(() => doors.ask(RESIDENT, HOME)),
    ];
    expect(staff).toEqual(nobody);
    expect(doors.asked).toHaveLength(3);
    expect(world.texts).toEqual([]);
  });

  it('tells nothing by a wrong code either, whether one was asked for, its tries are used up, or the number is nobody’s', async () => {
    const { world, doors, head } = await setUp();
    const wrong = wrongFor(await doors.askAndGet(head, HOME));
    const tries = [
      () => doors.enter(head, wrong, HOME),
      () => doors.enter(world.phoneOf('b1'), wrong, HOME),
      () => doors.enter(RESIDENT, wrong, HOME),
    ];
    const calls = [];
    for (const one of tries) calls.push(await callsOf(one));
    for (let tried = 0; tried < 5; tried += 1) await doors.enter(head, wrong, HOME);
    calls.push(await callsOf(() => doors.enter(head, wrong, HOME)));
    expect(new Set(calls.map(String))).toHaveProperty('size', 1);
    // The address's count, the code's tries, and the code.
    expect(calls[0]?.filter((call) => call === 'update')).toHaveLength(3);
  });
});

describe('a session', () => {
  async function signedIn(doors: Doors, phone: string): Promise<string[]> {
    const code = await doors.askAndGet(phone, HOME);
    const { cookies = [] } = await doors.call('POST /staff/sessions', HOME, { phone, code });
    return cookies.map((cookie) => cookie.split(';')[0] ?? '');
  }
  const statusOf = async (doors: Doors, route: string, cookies: string[]) =>
    (await doors.call(route, HOME, undefined, cookies)).statusCode;

  it('that was signed out is refused on every route, whoever kept its cookie; another of the same person stands', async () => {
    const { world, doors, head } = await setUp();
    const first = await signedIn(doors, head);
    world.at += 60_000;
    const second = await signedIn(doors, head);
    expect(await statusOf(doors, 'GET /staff/work', first)).toBe(200);
    expect(await statusOf(doors, 'DELETE /staff/sessions', first)).toBe(200);
    for (const route of ['GET /staff/work', 'POST /staff/leave', 'DELETE /staff/leave/{from}'])
      expect(await statusOf(doors, route, first)).toBe(401);
    expect(await statusOf(doors, 'GET /staff/work', second)).toBe(200);
  });

  it('is ended by nobody who made up its cookie', async () => {
    const { doors, head } = await setUp();
    const [cookie = ''] = await signedIn(doors, head);
    expect(await statusOf(doors, 'DELETE /staff/sessions', [`${cookie.split('.')[0]}.made-up`])).toBe(200);
    expect(await statusOf(doors, 'GET /staff/work', [cookie])).toBe(200);
  });

  it('of whoever left is over, and stays so when they come back', async () => {
    const { world, doors, head } = await setUp();
    const cookies = await signedIn(doors, head);
    const { staff } = world.town;
    const without = {
      ...world.town,
      staff: staff.map((one) => (one.id === 'a1' ? { ...one, phone: RESIDENT } : one)),
    };
    await world.services.towns.importTown(without);
    expect(await statusOf(doors, 'GET /staff/work', cookies)).toBe(401);
    await world.services.towns.importTown(world.town);
    expect(await statusOf(doors, 'GET /staff/work', cookies)).toBe(401);
  });
});
