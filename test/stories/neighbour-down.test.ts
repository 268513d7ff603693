import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { messagesQueued } from './everything-stored.js';
import type { Receipt, TownStory } from './town-story.js';

const story = eachStory({ console: true });

type Fault = Readonly<Record<string, string>>;
/** An hour, as its callers feel it: told to slow down, told that it failed, not told anything before they give up. */
const outagesOf = (service: string, throttled: string): [string, Fault][] => [
  ['throttles', { service, error: throttled }],
  ['refuses', { service, error: 'ServiceUnavailable' }],
  ['hangs', { service, error: 'TimeoutError' }],
];

/** What the town is like beforehand: one cadre is asked and will answer, another is asked and will not. */
async function asked(town: TownStory): Promise<{ answered: Receipt; silent: Receipt }> {
  const answered = await town.submit();
  const silent = await town.submit({ group: town.groupOf(53), phone: numberOf(1), name: '示例居民乙' });
  // Two working hours to accept: the silence falls into the outage.
  await town.advance('PT90M');
  return { answered, silent };
}

const requests = async (town: TownStory): Promise<number> =>
  (await town.executions()).filter(({ machine }) => machine.endsWith('resident-request')).length;

/** How the request's own execution stands, and that of its latest round of coordination. */
async function waitingFor(town: TownStory, { id }: Receipt): Promise<(string | undefined)[]> {
  const executions = await town.executions();
  const rounds = executions.filter(({ name }) => name.startsWith(`${id}-`));
  const latest = rounds.toSorted((a, b) => (a.name < b.name ? 1 : -1))[0];
  return [executions.find(({ name }) => name === id)?.status, latest?.status];
}

/** Nobody was called to mend anything, and nothing lies about that somebody must. */
async function expectMended(town: TownStory): Promise<void> {
  const texts = town.cloud.sms.sent().map(({ body }) => body);
  expect(texts.filter((body) => body.includes('办理中断'))).toEqual([]);
  const executions = await town.executions();
  expect(executions.filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')).toEqual([]);
  expect(await messagesQueued(town)).toBe(0);
}

describe('for an hour DynamoDB', () => {
  it.each(outagesOf('dynamodb', 'ProvisionedThroughputExceededException'))(
    '%s: no report and no answer is lost, silence climbs on, and nobody has to mend anything',
    async (_, fault) => {
      const town = story();
      const { answered, silent } = await asked(town);
      await town.fault(fault);

      // A page says that it failed; what was typed is sent again under its key.
      const page = { group: town.groupOf(54), phone: numberOf(2), name: '示例居民丙' };
      const refused = await town.post(page, 'page-1');
      expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60']);
      // Texts wait. The cadre's is in time; by when it is read the next in line has been asked.
      await town.text(numberOf(3), '朱口村1组路灯不亮了');
      await town.reply('g52-a', '1');
      await town.advance('PT1H');
      expect(town.textsTo(numberOf(3))).toEqual([]);
      await town.clearFaults();
      await town.advance('PT10M');

      expect((await town.post(page, 'page-1')).status).toBe(202);
      await town.cloud.clock.settled();
      expect(await town.view(answered)).toMatchObject({ status: 'accepted', owner: town.nameOf('g52-a') });
      expect(town.textsTo(town.phoneOf('g52-a'))).toContainEqual(expect.stringContaining('已记录'));
      expect(town.asksTo('g53-b', silent)).toHaveLength(1);
      for (const phone of [numberOf(2), numberOf(3)]) expect(town.textsTo(phone)).toHaveLength(1);
      expect(await requests(town)).toBe(4);
      await expectMended(town);
    },
  );
});

describe('through a night of eight hours DynamoDB', () => {
  it('refuses: whoever texted is heard when it is back and answered once in the morning, and no text is left for a person', async () => {
    const town = story();
    const { answered } = await asked(town);
    await town.advance('PT12H');
    await town.fault({ service: 'dynamodb', error: 'ServiceUnavailable' });
    await town.text(numberOf(3), '朱口村1组路灯不亮了');
    await town.reply('g52-a', '1');
    await town.advance('PT20M');
    await town.text(numberOf(4), '朱口村3组井盖不见了');
    await town.advance('PT7H40M');
    expect([3, 4].map((n) => town.textsTo(numberOf(n)))).toEqual([[], []]);
    await town.clearFaults();
    await town.advance('PT10M');
    expect(await requests(town)).toBe(4);
    // It was sent in time, whatever was asked meanwhile.
    expect(await town.view(answered)).toMatchObject({ status: 'accepted', owner: town.nameOf('g52-a') });
    await expectMended(town);
    // They sleep by now.
    await town.advance('PT30M');
    expect([3, 4].map((n) => town.textsTo(numberOf(n)).length)).toEqual([1, 1]);
  });
});

/** What the machines of a request call. */
const OF_REQUESTS = ['AssignRequest', 'AskPerson', 'RecordStep'];
/** As long as an outage may last: beyond the tries of one state, beyond those of the next, and beyond a day. */
const LENGTHS = [['PT3H'], ['PT9H'], ['P2D']] as const;

describe('however long a service is down', () => {
  it.each(LENGTHS)(
    '%s: a coordination goes on by itself, waits for whoever was told, and the desk has nothing to mend',
    async (length) => {
      const town = story();
      const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
      await town.reply('g52-a', '1');
      await town.reply('g52-a', '1');
      await town.reply('red-cross-1', '1');
      for (const name of OF_REQUESTS) await town.fault({ function: name, error: 'NeighbourDown' });
      // With the last approval the next stage is to be opened.
      await town.reply('disabled-federation-1', '1');
      await town.advance(length);
      expect(town.asksTo('eye-hospital-1', receipt)).toEqual([]);
      await town.clearFaults();
      await town.advance('PT20M');
      expect(town.asksTo('eye-hospital-1', receipt)).toHaveLength(1);
      expect(await waitingFor(town, receipt)).toEqual(['RUNNING', 'RUNNING']);
      await expectMended(town);
    },
  );

  it.each(['PT2H', 'PT4H'])(
    '%s: who was to be asked meanwhile has the time that the town gives from when the text comes, and the resident\u2019s promise stays',
    async (length) => {
      const town = story();
      await town.fault({ function: 'AskPerson', error: 'NeighbourDown' });
      const receipt = await town.submit();
      const { dueAt } = await town.view(receipt);
      await town.advance(length);
      expect(town.asksTo('g52-a', receipt)).toEqual([]);
      await town.clearFaults();
      await town.advance('PT10M');
      expect(town.asksTo('g52-a', receipt)).toHaveLength(1);
      // Their two hours were over before they were asked; they run from now.
      await town.advance('PT30M');
      expect(town.asksTo('g52-b', receipt)).toEqual([]);
      expect((await town.view(receipt)).dueAt).toBe(dueAt);
      await town.reply('g52-a', '1');
      expect(await town.view(receipt)).toMatchObject({ status: 'accepted', owner: town.nameOf('g52-a') });
      await expectMended(town);
    },
  );
});

describe('for an hour Step Functions', () => {
  it.each(outagesOf('states', 'ThrottlingException'))(
    '%s: reports are accepted, answers are kept, and all goes on by itself',
    async (_, fault) => {
      const town = story();
      const { answered } = await asked(town);
      await town.fault(fault);

      const page = { group: town.groupOf(54), phone: numberOf(2), name: '示例居民丙' };
      expect((await town.post(page, 'page-1')).status).toBe(202);
      await town.text(numberOf(3), '朱口村1组路灯不亮了');
      // Stored is accepted, and its sender hears so at once; who does it, later.
      expect(town.textsTo(numberOf(3))).toEqual([expect.stringContaining('已收到您的短信并登记')]);
      await town.reply('g52-a', '1');
      await town.advance('PT1H');
      await town.clearFaults();
      await town.advance('PT10M');

      expect((await town.view(answered)).status).toBe('accepted');
      expect(town.lastTextTo(town.phoneOf('g52-a'))).toContain('已记录');
      expect([numberOf(2), numberOf(3)].map((phone) => town.textsTo(phone).length)).toEqual([1, 2]);
      expect(await requests(town)).toBe(4);
      await expectMended(town);
    },
  );

  it('begins no execution: a programme whose coordination could not be begun goes on by itself', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.fault({ service: 'states', action: 'StartExecution', error: 'ThrottlingException' });
    await town.reply('g52-a', '1');
    await town.advance('PT1H');
    expect(town.asksTo('g52-a', receipt)).toHaveLength(1);
    await town.clearFaults();
    await town.advance('PT10M');
    expect(town.asksTo('g52-a', receipt)).toHaveLength(2);
    await expectMended(town);
  });

  it('begins none for half a day: it goes on by itself all the same', async () => {
    const town = story();
    const receipt = await town.submit({ category: 'cataract-surgery', description: '示例：看不清' });
    await town.fault({ service: 'states', action: 'StartExecution', error: 'ThrottlingException' });
    await town.reply('g52-a', '1');
    await town.advance('PT12H');
    await town.clearFaults();
    await town.advance('PT10M');
    expect(town.asksTo('g52-a', receipt)).toHaveLength(2);
    await expectMended(town);
  });
});
