import { countingMachine } from './counting-machine.js';
import {
  assertSucceeded,
  createMachine,
  openHost,
  seconds,
  start,
  withFolder,
} from './step-functions-host.js';

// How many Pass and Choice transitions a second reach the disk, in one execution and in many at once; and how many
// when each step calls a task, so that each waits for the disk by itself. Exit code 1 below the limit.

/** Transitions a second that must reach the disk. */
const LIMIT = 2_000;

const short = { turns: 5 };
const taskMachine = {
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: 'turn',
        turn: '{% $states.input.turn + 1 %}',
        turns: '{% $states.input.turns %}',
      },
      Next: 'More?',
    },
    'More?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.turn < $states.input.turns %}', Next: 'Call' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};

/** Starts `count` executions at once; answers with the transitions a second until all have ended. */
async function rate(machine: object, input: object, count: number): Promise<number> {
  return withFolder(async (folder) => {
    const host = await openHost(folder);
    const arn = await createMachine(host, 'measured', machine);
    const warm = await start(host, arn, input);
    await host.clock.settled();
    await assertSucceeded(host, warm);
    const before = host.transitions();
    const taken = await seconds(async () => {
      const arns = await Promise.all(Array.from({ length: count }, () => start(host, arn, input)));
      await host.clock.settled();
      for (const started of arns) await assertSucceeded(host, started);
    });
    const made = host.transitions() - before;
    await host.close();
    return made / taken;
  });
}

const one = await rate(countingMachine, { turns: 5_000 }, 1);
const many = await rate(countingMachine, short, 500);
const called = await rate(taskMachine, { turn: 0, turns: 5 }, 500);
const alone = await rate(taskMachine, { turn: 0, turns: 200 }, 1);
console.log(`durable, one long execution: ${Math.round(one)} transitions a second (limit ${LIMIT})`);
console.log(
  `durable, 500 short executions at once: ${Math.round(many)} transitions a second (limit ${LIMIT})`,
);
console.log(
  `durable, 500 executions that call a task each second step: ${Math.round(called)} transitions a second`,
);
console.log(
  `durable, one execution that calls a task each second step: ${Math.round(alone)} transitions a second`,
);
if (one < LIMIT || many < LIMIT) process.exitCode = 1;
