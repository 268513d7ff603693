import type { Calls } from './named-calls.js';

/** `SQS SendMessage` for each call that `calls` has and `others` have not. */
export const missingCalls = (calls: Calls, others: Calls): string[] =>
  [...calls].flatMap(([service, names]) =>
    [...names]
      .filter((name) => !(others.get(service)?.has(name) ?? false))
      .map((name) => `${service} ${name}`),
  );
