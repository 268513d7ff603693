import * as fc from 'fast-check';
import { IntegrationError } from '../../step-functions/ports.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import { ManualClock } from '../manual-clock.js';
import { variedMachines } from '../states-language/machine-arbitrary.js';
import { setup, type Answer } from './setup.js';

const answer: Answer = ({ arguments: args }) => {
  if ((args as { n: number }).n === 0) throw new IntegrationError('Boom', 'no');
  return args;
};

/** Warnings of the interpreter about itself, gathered while `work` runs. */
async function faultsDuring(work: () => Promise<void>): Promise<string[]> {
  const faults: string[] = [];
  const listen = (warning: Error) => {
    if (warning.name === 'StepFunctionsFault') faults.push(warning.message);
  };
  process.on('warning', listen);
  try {
    await work();
    // Warnings are told in a turn of their own.
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.off('warning', listen);
  }
  return faults;
}

const ENDED = ['SUCCEEDED', 'FAILED', 'TIMED_OUT'];

describe('any well-formed machine', () => {
  it('comes to an end, and neither it nor its history breaks the interpreter', async () => {
    const faults = await faultsDuring(() =>
      fc.assert(
        fc.asyncProperty(variedMachines, async (definition) => {
          const host = setup({ answer, clock: new ManualClock(0) });
          const arn = await host.run(definition, { a: 1 });
          const { status } = await host.describe(arn);
          expect(ENDED).toContain(status);
          const history = await host.history(arn);
          expect(history.map(({ id }) => id)).toEqual(history.map((_, index) => index + 1));
          expect(host.clock.nextTimer()).toBeUndefined();
        }),
        { numRuns: 50 },
      ),
    );
    expect(faults).toEqual([]);
  });

  it('has, stopped at any moment and redriven, the same results of what was done before', async () => {
    const faults = await faultsDuring(() =>
      fc.assert(
        fc.asyncProperty(variedMachines, fc.nat(60), async (definition, second) => {
          const store = createMemoryStore();
          const host = setup({ answer, store, clock: new ManualClock(0) });
          const executionArn = await host.start(await host.machine(definition), { a: 1 });
          await host.clock.advance(second * 1000);
          await host.service.handle('StopExecution', { executionArn });
          const before = await host.history(executionArn);
          const { redriveStatus } = await host.describe(executionArn);
          fc.pre(redriveStatus === 'REDRIVABLE');
          await host.service.handle('RedriveExecution', { executionArn });
          // The host restarts in the middle of it.
          await host.service.close();
          const again = setup({ answer, store, clock: new ManualClock(host.clock.now()) });
          await again.service.resume();
          await again.clock.runOut();
          expect(ENDED).toContain((await again.describe(executionArn)).status);
          expect((await again.history(executionArn)).slice(0, before.length)).toEqual(before);
        }),
        { numRuns: 40 },
      ),
    );
    expect(faults).toEqual([]);
  });
});
