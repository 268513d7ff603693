import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedCode } from '../../domain/codes/asked-code.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import { folderBefore, type Waiting } from './folder-before.js';
import { TownStory } from './town-story.js';

interface Upgraded {
  readonly town: TownStory;
  /** The requests, by what they wait for. */
  readonly cases: Readonly<Record<string, Waiting>>;
  /** The names of the executions that ran under the release before. */
  readonly running: readonly string[];
}

/** This release over the data folder that the one before left. The tests of a `describe` share it, in any order. */
function upgraded(): () => Upgraded {
  let data: string;
  let begun: Upgraded | undefined;
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'small-grid-upgrade-'));
    const { at, ...left } = await folderBefore(data);
    begun = { town: await TownStory.begin({ data, at }), ...left };
  });
  afterAll(async () => {
    await begun?.town.end();
    rmSync(data, { recursive: true });
  });
  return () => {
    if (!begun) throw new Error('the story has not begun');
    return begun;
  };
}

function waiting({ cases }: Upgraded, what: string): Waiting {
  const found = cases[what];
  if (!found) throw new Error(`nothing waits for ${what}`);
  return found;
}

type Say = (staff: string, ...answers: readonly string[]) => Promise<void>;

/** Answers what somebody was asked last about this request, not about one that is said to be like it. */
const about =
  ({ town }: Upgraded, request: Waiting): Say =>
  async (staff, ...answers) => {
    for (const answer of answers) {
      const asks = town
        .asksTo(staff, request)
        .filter((body) => !body.includes(`疑与${showRequestId(request.id)}`));
      const code = askedCode(asks.at(-1) ?? '');
      if (code === undefined) throw new Error(`${staff} was not asked about ${request.id}`);
      await town.text(town.phoneOf(staff), `${code} ${answer}`);
    }
  };

/** How what ran under the release before for this request has ended. */
async function endOf({ town, running }: Upgraded, { id }: Waiting): Promise<ReadonlySet<string>> {
  const own = (await town.executions()).filter(({ name }) => name.startsWith(id) && running.includes(name));
  return new Set(own.map(({ status }) => status));
}

/** The resident is satisfied. Answers whether that was the end, for them and for what ran. */
async function confirm(left: Upgraded, request: Waiting) {
  await left.town.replyAsResident('1', request.phone);
  const told = left.town.textsTo(request.phone);
  return {
    isTold: told.some((body) => body.includes(`${showRequestId(request.id)}已办结`)),
    ended: await endOf(left, request),
  };
}
const SATISFIED = { isTold: true, ended: new Set(['SUCCEEDED']) };

type Answers = (say: Say, town: TownStory, request: Waiting) => Promise<void>;

const repaired: Answers = (say) => say('g52-a', '1', '1 换了灯泡');

/** What each is waiting for, and what is answered until the resident is asked. */
const WAITS: readonly [string, Answers][] = [
  ['acceptance', repaired],
  ['report', (say) => say('g52-a', '1 换了灯泡')],
  ['confirmation', async () => undefined],
  ['department', (say) => say('water-company-1', '1 接好了')],
  [
    'reopening',
    async (say, town, { phone }) => {
      await town.text(phone, '不满意，还是不亮');
      await repaired(say, town, { id: '', phone });
    },
  ],
  [
    'emergency',
    async (say) => {
      await say('g52-a', '1 已到现场疏散');
      await say('gas-company-1', '1 已到现场', '1 险情已排除', '1 已恢复供气');
    },
  ],
  [
    'attention',
    async (say, town, request) => {
      await say('duty-desk-1', '1');
      await repaired(say, town, request);
    },
  ],
  [
    'clarify',
    async (say, town, request) => {
      await town.text(request.phone, '朱口村5组');
      await repaired(say, town, request);
    },
  ],
  [
    'placement',
    async (say, town, request) => {
      await say('duty-desk-1', '1 52');
      await repaired(say, town, request);
    },
  ],
];

/** Programmes, and what is answered until the hospital is asked for a date. */
const PROGRAMMES: readonly [string, Answers][] = [
  ['step', (say) => say('disabled-federation-1', '1')],
  [
    'documents',
    async (say, town, { phone }) => {
      await town.replyAsResident('1 交给网格员了', phone);
      await say('red-cross-1', '1');
      await say('disabled-federation-1', '1');
    },
  ],
  ['appointment', async () => undefined],
];

describe('a request that the release before left', () => {
  const left = upgraded();

  it.each(WAITS)('waiting for %s goes to its end under this one', async (what, answer) => {
    const request = waiting(left(), what);
    await answer(about(left(), request), left().town, request);
    expect(await confirm(left(), request)).toEqual(SATISFIED);
  });

  it('joined to another ends with that one', async () => {
    const first = waiting(left(), 'first');
    const joined = waiting(left(), 'joined');
    await about(left(), first)('g52-a', '1 清运了');
    expect(await confirm(left(), first)).toEqual(SATISFIED);
    expect(left().town.lastTextTo(joined.phone)).toContain('一并办结');
    expect(await endOf(left(), joined)).toEqual(SATISFIED.ended);
  });

  it('stands beside those that begin now, which go the new way', async () => {
    const { town } = left();
    const { id } = await town.submit({ description: '示例：另一盏灯也不亮' });
    const states = (await town.executions()).find(({ name }) => name === id)?.states;
    expect(states?.[0]).toBe('The four steps');
  });
});

describe('what the release before left for later', () => {
  const left = upgraded();

  it('comes to its end: what nobody answered, surgeries, a review and a follow-up', async () => {
    const { town, cases, running } = left();
    const say = (what: string) => about(left(), waiting(left(), what));
    for (const [what, answer] of PROGRAMMES) {
      await answer(say(what), town, waiting(left(), what));
      await say(what)('eye-hospital-1', '1 今天上午10点');
      expect(town.textsTo(waiting(left(), what).phone).join('\n')).toContain('9月3日（周四）上午10:00');
    }
    const lookIn = town.textsTo(town.phoneOf('g52-a')).find((body) => body.includes('请回访'));
    await town.text(town.phoneOf('g52-a'), `${askedCode(lookIn ?? '') ?? ''} 1`);
    await say('review')('duty-leader-1', '1');

    await town.advance('PT3H');
    await say('silence')('g52-b', '1', '1 换了灯泡');
    expect(await confirm(left(), waiting(left(), 'silence'))).toEqual(SATISFIED);
    for (const [what] of PROGRAMMES) {
      await say(what)('eye-hospital-1', '1 手术顺利');
      expect(await confirm(left(), waiting(left(), what))).toEqual(SATISFIED);
    }
    const tasks = ['FollowUpStateMachineArn', 'StaffTaskStateMachineArn'].map((name) => town.output(name));
    const ended = (await town.executions(tasks)).filter(({ name }) => running.includes(name));
    expect(ended.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    for (const { phone } of Object.values(cases)) town.typed.add(phone);
    expect(await town.leaks()).toEqual([]);
  });
});
