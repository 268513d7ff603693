import { retryName } from '../../domain/codes/execution-name.js';
import { FATAL, type HowItFails, OF_EXECUTIONS, OF_FUNCTIONS } from './failures.js';
import { isNested, readMachine, statesOf } from './machine.js';
import { type Failing, MachinesAtWork, type Payload, type Work } from './machines-at-work.js';

/** Machines of the town's rounds. */
const ROUNDS = [
  'visit-round',
  'daily-close',
  'deadline-cards',
  'weekly-inspection',
  'monthly-inspection',
] as const;
type Round = (typeof ROUNDS)[number];

const TIME = { timeoutSeconds: 86_400 };

/** What a round's functions answer, by what they are asked to do. */
class RoundAtWork implements Work {
  failing: Failing[] = [];
  readonly called = new Set<string>();
  private hasMore = true;

  constructor(private readonly date: string) {}

  call(_name: string, { action, kind }: Payload): unknown {
    switch (action) {
      case 'give':
        return { to: this.isMore() ? 'more' : 'done' };
      case 'assign':
        return {
          to: 'check',
          checks: this.tasks(2),
          ...(kind === 'monthly-inspection' && this.calls()),
          ...TIME,
        };
      case 'report':
        return { to: 'rectify', rectifications: this.tasks(3), ...TIME };
      case 'attention':
        return { to: 'again', pauseSeconds: 600 };
      default:
        return {};
    }
  }

  private isMore(): boolean {
    const before = this.hasMore;
    this.hasMore = false;
    return before;
  }

  private calls() {
    return { calls: [this.tasks(4), this.tasks(5)], callsAtOnce: 5 };
  }

  /** A task of the staff has one execution. */
  private tasks(n: number): string[] {
    return [`${this.date}-${n}`];
  }
}

/** A task of the staff that is over as soon as it is begun. */
const OVER: Work = { failing: [], called: new Set(), call: () => ({ to: 'finished', result: 'passed' }) };

let host: MachinesAtWork;
let dates = 0;
beforeAll(async () => {
  host = await MachinesAtWork.begin();
});
afterAll(() => host.end());

/** Turns of the clock: beyond them a round waits for ever, or runs in a circle. */
const TURNS = 100;

/** Holds a round to its end; whoever runs the town begins anew what ended. */
async function hold(round: Round, failing: readonly Failing[] = []) {
  dates += 1;
  const date = `D${dates}`;
  const work = new RoundAtWork(date);
  work.failing = [...failing];
  host.works.set(date, work);
  for (let n = 2; n <= 5; n += 1) host.works.set(`${date}-${n}`, OVER);
  let [name, retries] = [date, 0];
  await host.start(round, name, { date });
  for (let turn = 0; turn < TURNS; turn += 1) {
    await host.clock.settled();
    const status = await host.statusOf(round, name);
    if (status === 'SUCCEEDED') return { output: await host.outputOf(round, name), retries };
    if (status === 'RUNNING')
      await host.clock.advance(Math.max(0, (host.clock.nextEvent() ?? 0) - host.clock.now()));
    else {
      name = retryName(name) ?? name;
      retries += 1;
      await host.start(round, name, { date });
    }
  }
  throw new Error(`the ${round} does not end`);
}

describe.each(ROUNDS)('the %s', (round) => {
  const states = statesOf(readMachine(round)).filter(({ state }) => state.Type === 'Task');
  const first = readMachine(round).States;
  const isOfAttention = (name: string): boolean => first[name] !== undefined;

  it('is held all the same, whatever fails in whichever state', async () => {
    const { output } = await hold(round);
    for (const { name: state, state: task } of states) {
      const failures: readonly HowItFails[] = isNested(task) ? OF_EXECUTIONS : OF_FUNCTIONS;
      const [other] = states.filter(({ name }) => name !== state);
      const broken =
        isOfAttention(state) && other ? [{ state: other.name, error: 'RequestBusy', times: 7 }] : [];
      for (const how of failures) {
        const held = await hold(round, [...broken, { state, ...how }]);
        const what = `${state}, ${how.times} ${how.error}`;
        expect([what, held.output]).toEqual([what, output]);
        expect([what, held.retries]).toEqual([what, how.error === FATAL ? 1 : 0]);
      }
    }
  });
});
