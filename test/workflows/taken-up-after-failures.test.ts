import { aRequest } from '../domain/request/a-request.js';
import { type Disturbed, type Lived, LIVES, live, liveTask, TASK_LIVES } from './lives.js';
import { isNested, readMachine, statesOf, waitsForAnswer } from './machine.js';
import { before, type HowItFails, OF_EXECUTIONS, OF_FUNCTIONS } from './failures.js';
import { type Failing, MachinesAtWork } from './machines-at-work.js';

const MACHINES = ['resident-request', 'coordination', 'follow-up', 'staff-task'] as const;
const tasks = MACHINES.flatMap((machine) => statesOf(readMachine(machine))).filter(
  ({ state }) => state.Type === 'Task',
);
const named = (is: (typeof tasks)[number]['state'] extends infer State ? (state: State) => boolean : never) =>
  new Set(tasks.filter(({ state }) => is(state)).map(({ name }) => name));
const NESTED = named(isNested);
const WAITING = named(waitsForAnswer);

type Living = (host: MachinesAtWork, disturbed?: Disturbed) => Promise<Lived>;
const lives: readonly (readonly [string, Living])[] = [
  ...Object.entries(LIVES).map(
    ([name, life]) => [name, (host, disturbed) => live(host, life, disturbed)] as [string, Living],
  ),
  ...Object.entries(TASK_LIVES).map(
    ([name, life]) => [name, (host, disturbed) => liveTask(host, life, disturbed)] as [string, Living],
  ),
];

const isOfAttention = (state: string): boolean => state.startsWith('Attention: ');

let host: MachinesAtWork;
/** Each life as it goes when nothing fails, with the states that no life before it comes to. */
const undisturbed = new Map<string, { readonly lived: Lived; readonly fresh: readonly string[] }>();

beforeAll(async () => {
  host = await MachinesAtWork.begin();
  const tried = new Set<string>();
  for (const [name, living] of lives) {
    const lived = await living(host);
    const fresh = [...lived.called].filter((state) => !tried.has(state) && !isOfAttention(state));
    for (const state of fresh) tried.add(state);
    undisturbed.set(name, { lived, fresh });
  }
});
afterAll(() => host.end());

/** As it would have been, and nobody was asked twice. */
const way = ({ end, happened, put }: Lived) => ({ end, happened, put });
const isSameWay = (one: Lived, other: Lived): boolean =>
  JSON.stringify(way(one)) === JSON.stringify(way(other));

/** Who was to be asked and could not be in time counts as silent: the next is, and it comes to an end. */
const isLikeSilence = (state: string, { error }: HowItFails): boolean =>
  WAITING.has(state) && error === 'States.Timeout';

/** In which ways a life went otherwise than it would have, each by what failed; `first` fails before it. */
async function goesOtherwise(living: Living, lived: Lived, state: string, first?: string): Promise<object[]> {
  const beforeIt: Failing[] = first === undefined ? [] : [{ state: first, ...before('RequestBusy') }];
  const otherwise: object[] = [];
  for (const how of NESTED.has(state) ? OF_EXECUTIONS : OF_FUNCTIONS) {
    const found = await living(host, { failing: [...beforeIt, { state, ...how }] });
    const isWell = isLikeSilence(state, how) ? found.end !== undefined : isSameWay(found, lived);
    if (!isWell) otherwise.push({ state, how, found: way(found) });
  }
  if (!WAITING.has(state)) return otherwise;
  const found = await living(host, { failing: beforeIt, loses: state });
  return isSameWay(found, lived)
    ? otherwise
    : [...otherwise, { state, how: 'token lost', found: way(found) }];
}

describe.each(lives)('%s', (name, living) => {
  it('is taken up where it stood, whatever fails in whichever state', async () => {
    const { lived, fresh } = undisturbed.get(name) ?? missing(name);
    expect(lived.retries).toBe(0);
    for (const state of fresh) expect(await goesOtherwise(living, lived, state)).toEqual([]);
  });
});

function missing(name: string): never {
  throw new Error(`nobody has lived ${name}`);
}

/** The failure before of which the duty desk is told: of a request, of a follow-up, of another task. */
const BROKEN: readonly (readonly [string, Living, string])[] = [
  [
    'a request',
    (on, how) => live(on, { record: (id) => aRequest({ id }) }, how),
    'Intake: find place and path',
  ],
  ['a follow-up', (on, how) => liveTask(on, { task: {} }, how), 'Begin: say who does it'],
  ['another task', (on, how) => liveTask(on, { task: { kind: 'review' } }, how), 'Begin: say who does it'],
];

describe.each(BROKEN)('%s that failed', (_name, living, first) => {
  it.each(['Attention: tell the duty desk', 'Attention: wait for the duty desk'])(
    'is taken up where it stood, whatever fails in %s',
    async (state) => expect(await goesOtherwise(living, await living(host), state, first)).toEqual([]),
  );
});

describe('the lives of this test', () => {
  it('come to every state that calls something', () => {
    const calling = tasks.map(({ name }) => name).filter((name) => !isOfAttention(name));
    expect(new Set([...undisturbed.values()].flatMap(({ fresh }) => fresh))).toEqual(new Set(calling));
  });
});
