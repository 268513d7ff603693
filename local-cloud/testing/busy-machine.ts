import { Worker } from 'node:worker_threads';

/** A thread that does nothing but use a processor, until the returned function is called. */
export function busyMachine(): () => Promise<unknown> {
  const thread = new Worker('for (;;) Math.random();', { eval: true });
  return () => thread.terminate();
}
