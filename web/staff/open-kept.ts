import type { Language } from '../../domain/words/language.js';
import { callService, type Fetch } from '../call-service.js';
import { isWorthRetrying, type Reply } from '../reply.js';
import type { KeptAnswers } from './kept-answers.js';

/** What the service answers, read; undefined when it is not what was asked for. */
export type Reader<T> = (value: unknown) => T | undefined;

/** As it was opened the last time, and when (epoch milliseconds). */
export interface Kept<T> {
  readonly value: T;
  readonly at: number;
}

/** Opens addresses and keeps what they answered on the device, for when there is no network. */
export class KeptOpener {
  constructor(
    private readonly fetch: Fetch,
    private readonly kept: KeptAnswers,
  ) {}

  async open<T>(address: string, read: Reader<T>, language: Language): Promise<Reply<T>> {
    const keeping = (value: unknown): T | undefined => {
      const opened = read(value);
      if (opened !== undefined) this.kept.put(address, value);
      return opened;
    };
    const headers = { 'Accept-Language': language };
    return this.settle(address, await callService(this.fetch, address, keeping, { headers }));
  }

  /** What is over, or nobody's to see any more, is not kept either; a form that is to be put right is. */
  settle<T>(address: string, reply: Reply<T>): Reply<T> {
    if (reply.kind === 'problem' && !isWorthRetrying(reply) && reply.problem.status !== 422)
      this.kept.drop(address);
    return reply;
  }

  before<T>(address: string, read: Reader<T>): Kept<T> | undefined {
    const found = this.kept.get(address);
    const value = found && read(found.value);
    return value === undefined || !found ? undefined : { value, at: found.at };
  }
}
