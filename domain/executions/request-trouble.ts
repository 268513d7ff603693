import type { RequestFacts } from '../request/facts.js';
import { waitReason } from '../request/running-deadline.js';
import type { TownSettings } from '../town/schema.js';
import type { TroubleKind } from './trouble.js';

const MINUTE = 60_000;

/**
 * Whether the workflow of a request does not get on, be it with what follows its closing, by its record alone: the duty desk is asked about a step
 * that failed, somebody stopped its execution, or nobody is asked anything for longer than steps take. Its execution says which error it was.
 */
export function requestTrouble(
  facts: Pick<RequestFacts, 'closedAt' | 'pausedSince' | 'dueAt' | 'waits' | 'standsSince' | 'stoppedAt'>,
  { stuckAfterMinutes }: Pick<TownSettings, 'stuckAfterMinutes'>,
  at: number,
): { readonly kind: TroubleKind; readonly since?: number | undefined } | undefined {
  const reason = waitReason(facts);
  const since = facts.standsSince;
  const isOpen = facts.closedAt === undefined;
  if (isOpen && facts.stoppedAt !== undefined) return { kind: 'stopped', since: facts.stoppedAt };
  if (reason === 'attention') return { kind: 'attention', since };
  if (!isOpen) return undefined;
  // A record from before this was noted does not say since when.
  if (reason !== 'start' || since === undefined) return undefined;
  return at - since > stuckAfterMinutes * MINUTE ? { kind: 'stuck', since } : undefined;
}
