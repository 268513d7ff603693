import { callOf, type Chain } from './case.js';
import type { Calls } from './named-calls.js';

/** The calls that some case expects an answer of. */
export function triedCalls(chains: readonly Chain[]): Calls {
  const calls = new Map<string, Set<string>>();
  for (const one of chains.flat().filter(({ outcome }) => outcome.kind === 'answer')) {
    const { service, call } = callOf(one);
    calls.set(service, (calls.get(service) ?? new Set<string>()).add(call));
  }
  return calls;
}
