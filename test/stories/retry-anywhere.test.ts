import { askedCode } from '../../domain/codes/asked-code.js';
import type { Town } from '../../domain/town/schema.js';
import { type Receipt, type Submission, TownStory } from './town-story.js';

/** Who answers what. */
type Act = readonly [who: string, answer: string];

interface Life {
  readonly filed: Submission;
  readonly acts: readonly Act[];
  readonly closedAs: string;
}

const CONTENT: Act = ['resident', '1'];

/** That the rules and the machines go on from every state is tried in test/workflows; here it is that nobody is texted twice, and that what was typed stays where it is. */
const LIVES: Readonly<Record<string, Life>> = {
  'what its resident was not content with': {
    filed: { category: 'street-light' },
    acts: [
      ['g52-a', '1'],
      ['g52-a', '1 已换灯泡'],
      ['resident', '2 又灭了'],
      ['g52-a', '1'],
      ['g52-a', '1 已换线路'],
      CONTENT,
    ],
    closedAs: 'satisfied',
  },
  'an emergency': {
    filed: { category: 'gas-leak', description: '示例：施工挖断燃气管道' },
    acts: [
      ['g52-a', '1 已出发'],
      ['gas-company-1', '1 已出发'],
      ['g52-a', '1 已到现场疏散'],
      ['gas-company-1', '1 已到现场'],
      ['gas-company-1', '1 险情已排除'],
      ['gas-company-1', '1 已恢复供气'],
      CONTENT,
    ],
    closedAs: 'satisfied',
  },
  'a programme with documents that are missing': {
    filed: { category: 'cataract-surgery', description: '示例：看不清' },
    acts: [
      ['g52-a', '1'],
      ['g52-a', '1'],
      ['red-cross-1', '6 2、3'],
      ['resident', '1 已交给网格员'],
      ['red-cross-1', '1'],
      ['disabled-federation-1', '1'],
      ['eye-hospital-1', '1 9月3日'],
      ['eye-hospital-1', '1 手术已提前做完'],
      CONTENT,
    ],
    closedAs: 'satisfied',
  },
};

/** Nothing but the request is texted about. */
const quiet = (town: Town): Town => ({ ...town, households: [], supervisors: [] });

const answer = (town: TownStory, [who, words]: Act): Promise<void> =>
  who === 'resident' ? town.replyAsResident(words) : town.reply(who, words);

const last = (town: TownStory, name: string, act: string) =>
  town.admin('administrator', `/admin/executions/resident-request/${name}/${act}`, 'POST', {});

/** Lives a request, with something done around each answer; its number and how it ended. */
async function live(
  { filed, acts }: Life,
  around: (town: TownStory, receipt: Receipt, answered: () => Promise<void>) => Promise<void>,
) {
  const town = await TownStory.begin({ console: true, change: quiet });
  try {
    const receipt = await town.submit(filed, 'the same form');
    for (const act of acts) await around(town, receipt, () => answer(town, act));
    const { closedAs, timeline } = await town.view(receipt);
    const texts = town.cloud.sms.sent().map(({ to, body }) => `${to} ${body}`);
    return { closedAs, types: timeline.map(({ type }) => type), texts, leaks: await town.leaks() };
  } finally {
    await town.end();
  }
}

const asks = (texts: readonly string[]): string[] =>
  texts.filter((text) => askedCode(text) !== undefined).toSorted((a, b) => (a < b ? -1 : 1));

/** Stops and retries its execution, whose retries are counted in `names`. */
function breaker() {
  const names: string[] = [];
  return {
    names,
    stop: async (town: TownStory, { id }: Receipt) =>
      expect((await last(town, names.at(-1) ?? id, 'stop')).status).toBe(202),
    retry: async (town: TownStory, { id }: Receipt) => {
      const response = await last(town, names.at(-1) ?? id, 'retry');
      expect(response.status).toBe(202);
      names.push(((await response.json()) as { name: string }).name);
    },
  };
}

describe.each(Object.entries(LIVES))('%s', (_name, life) => {
  let undisturbed: Awaited<ReturnType<typeof live>>;
  beforeAll(async () => {
    undisturbed = await live(life, async (_town, _receipt, answered) => answered());
  });

  it('stopped and retried before every answer ends as it would have, with the same texts', async () => {
    const { names, stop, retry } = breaker();
    const broken = await live(life, async (town, receipt, answered) => {
      await stop(town, receipt);
      await retry(town, receipt);
      await answered();
    });
    expect(names).toHaveLength(life.acts.length);
    expect([undisturbed.closedAs, broken.closedAs]).toEqual([life.closedAs, life.closedAs]);
    const sorted = (texts: readonly string[]) => texts.toSorted((a, b) => (a < b ? -1 : 1));
    expect(sorted(broken.texts)).toEqual(sorted(undisturbed.texts));
    expect(broken.leaks).toEqual([]);
  });

  it('answered every time while nothing ran ends as it would have, and asks nobody twice', async () => {
    const { stop, retry } = breaker();
    const broken = await live(life, async (town, receipt, answered) => {
      await stop(town, receipt);
      await answered();
      await retry(town, receipt);
    });
    expect(broken.closedAs).toBe(life.closedAs);
    expect(asks(broken.texts)).toEqual(asks(undisturbed.texts));
  });
});
