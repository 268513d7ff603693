import { readFileSync } from 'node:fs';
import {
  createMachine,
  openHost,
  seconds,
  start,
  withFolder,
  type MeasuredHost,
} from './step-functions-host.js';

// How long others wait for one who asks for much: executions with many variables, definitions of thousands of states, an
// expression that runs away. A pause is a time in which the host answers nobody. Exit code 1 past the limit.

/** Milliseconds that a pause may last. */
const LIMIT = 100;
const LOOK_EVERY = 2;

interface Measured {
  readonly seconds: number;
  /** Milliseconds. */
  readonly pause: number;
  /** Processor milliseconds in the pause that took most of it: other work on the machine does not lengthen it. */
  readonly processor: number;
}

/** Processor milliseconds of the JavaScript thread; those of the whole process where Linux does not tell. */
function onProcessor(): number {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e3;
  }
}

async function measure(work: () => Promise<void>): Promise<Measured> {
  let [pause, last] = [0, performance.now()];
  let [processor, used] = [0, onProcessor()];
  const look = () => {
    const now = performance.now();
    const had = onProcessor();
    pause = Math.max(pause, now - last - LOOK_EVERY);
    processor = Math.max(processor, had - used);
    last = now;
    used = had;
  };
  const timer = setInterval(look, LOOK_EVERY);
  const taken = await seconds(work);
  look();
  clearInterval(timer);
  return { seconds: taken, pause, processor };
}

const print = (what: string, { seconds: taken, pause, processor }: Measured) => {
  const longest = `longest pause ${Math.round(pause)} ms (limit ${LIMIT} ms)`;
  console.log(`${what}: ${taken.toFixed(2)} s, ${longest}; of the processor ${Math.round(processor)} ms`);
  if (pause > LIMIT) process.exitCode = 1;
};

function line(count: number, state: (n: number) => object): object {
  const states = Array.from({ length: count }, (_, n) => [
    `S${n}`,
    { Type: 'Pass', ...state(n), ...(n + 1 === count ? { End: true } : { Next: `S${n + 1}` }) },
  ]);
  const States: unknown = Object.fromEntries(states);
  return { StartAt: 'S0', States };
}

async function run(host: MeasuredHost, name: string, machine: object): Promise<void> {
  await start(host, await createMachine(host, name, machine), { n: 1 });
  await host.clock.settled();
}

await withFolder(async (folder) => {
  const host = await openHost(folder);
  await run(
    host,
    'warm',
    line(200, (n) => ({ Assign: { [`v${n}`]: `{% $states.input.n + ${n} %}` } })),
  );
  for (const count of [500, 1_000, 2_000]) {
    const machine = line(count, (n) => ({ Assign: { [`v${n}`]: `{% $states.input.n + ${n} %}` } }));
    print(`${count} variables`, await measure(() => run(host, `variables-${count}`, machine)));
  }
  const long = line(6_000, (n) => ({ Output: { n: `{% $states.input.n + ${n} - ${n} %}` } }));
  print('a definition of 6,000 states, made and run', await measure(() => run(host, 'long', long)));
  const maps = line(4_500, (n) => ({
    Type: 'Map',
    Assign: { [`v${n}`]: n },
    ItemProcessor: { StartAt: `I${n}`, States: { [`I${n}`]: { Type: 'Pass', End: true } } },
  }));
  const made = () => createMachine(host, 'maps', maps);
  print('a definition of 4,500 Maps, made', await measure(async () => void (await made())));
  const runaway = line(1, () => ({ Output: `{% $contains('${'a'.repeat(35)}!', /^(a+)+$/) %}` }));
  print('a regular expression that runs away', await measure(() => run(host, 'runaway', runaway)));
  await host.close();
});
