/** An event of a history, as far as it tells what went wrong; AWS's details of it lie under names of their own. */
export interface TroubleEvent {
  readonly id: number;
  readonly previousEventId?: number | undefined;
  readonly type: string;
  readonly timestamp: string;
  readonly stateEnteredEventDetails?: { readonly name: string } | undefined;
  readonly [detail: string]: unknown;
}

/** Why an execution does not get on by itself. */
export const TROUBLE_KINDS = [
  /** A step failed and is tried again. */
  'retrying',
  /** Its retries are spent: the duty desk is asked what to do. */
  'attention',
  /** It ended before its work was done. */
  'failed',
  /** Somebody stopped it. */
  'stopped',
  /** Its record waits for the workflow, and has done so for long. */
  'stuck',
] as const;
export type TroubleKind = (typeof TROUBLE_KINDS)[number];

export interface Failure {
  readonly error: string;
  /** Its details: ids, never a person's words. */
  readonly cause?: string | undefined;
}

interface Trouble extends Partial<Failure> {
  readonly kind: TroubleKind;
  /** How often the state that failed was tried in vain, as far as the events reach. */
  readonly failures: number;
  readonly since: string;
  /** The state that failed. */
  readonly state?: string | undefined;
}

/** A step failed; not the execution, or the Parallel or Map around it, which end with it. */
const FAILED = /^(?:Task|LambdaFunction|Activity|Evaluation|MapRun)\w*(?:Failed|TimedOut)$/;
/** A task that failed was tried again with success: it waits for an answer now. */
const GOES_ON = /^(?:TaskSubmitted|TaskSucceeded)$/;

const ENDED: Readonly<Record<string, TroubleKind>> = {
  FAILED: 'failed',
  TIMED_OUT: 'failed',
  ABORTED: 'stopped',
};

/** States of this step are those in which the duty desk looks at what failed. */
const isAttention = (state: string | undefined): boolean => state?.startsWith('Attention: ') === true;

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The error of an event, whatever AWS calls its details. */
export function failureIn(event: TroubleEvent): Failure | undefined {
  for (const detail of Object.values(event)) {
    if (typeof detail !== 'object' || detail === null) continue;
    const { error, cause } = detail as { error?: unknown; cause?: unknown };
    const named = textOf(error);
    if (named !== undefined) return { error: named, ...saidIn(textOf(cause)) };
  }
  return undefined;
}

/**
 * A function's error comes as JSON with its message, that of an execution which was waited for as JSON with its own error; what is no JSON is
 * the message.
 */
function saidIn(cause: string | undefined): { error?: string; cause: string | undefined } {
  if (cause === undefined || !cause.startsWith('{')) return { cause };
  try {
    const { errorMessage, Error: error, Cause } = JSON.parse(cause) as Record<string, unknown>;
    const message = textOf(errorMessage);
    if (message !== undefined) return { cause: message };
    const named = textOf(error);
    const within = saidIn(textOf(Cause));
    return { ...(named === undefined ? {} : { error: named }), ...within, cause: within.cause ?? cause };
  } catch {
    return { cause };
  }
}

/** A step that failed, the latest first. */
interface Failed {
  readonly event: TroubleEvent;
  /** The event by which its state was entered; undefined where the events do not reach so far. */
  readonly entry: TroubleEvent | undefined;
  readonly state: string | undefined;
}

const nameOf = (entry: TroubleEvent | undefined): string | undefined => entry?.stateEnteredEventDetails?.name;

function failuresIn(latestFirst: readonly TroubleEvent[]): readonly Failed[] {
  const byId = new Map(latestFirst.map((event) => [event.id, event]));
  return latestFirst
    .filter(({ type }) => FAILED.test(type))
    .map((event) => {
      let entry: TroubleEvent | undefined = event;
      while (entry && nameOf(entry) === undefined) entry = byId.get(entry.previousEventId ?? 0);
      return { event, entry, state: nameOf(entry) };
    });
}

interface Stands {
  readonly status: string;
  /** The state that it stands in. */
  readonly standing?: string | undefined;
}

/** The trouble of an execution, by its latest events, the latest first: undefined where it is on its way, or done. */
export function troubleOf(
  latestFirst: readonly TroubleEvent[],
  { status, standing }: Stands,
): Trouble | undefined {
  const failures = failuresIn(latestFirst);
  const ended = ENDED[status];
  if (ended) return troubleAtEnd(ended, failures, latestFirst, standing);
  if (status !== 'RUNNING') return undefined;
  const entry = latestFirst.find((event) => nameOf(event) === standing);
  if (isAttention(standing)) {
    const before = failures.filter(({ state }) => !isAttention(state));
    return troubleBy('attention', before, entry?.timestamp);
  }
  const latest = latestFirst.find(({ type }) => FAILED.test(type) || GOES_ON.test(type));
  if (!latest || GOES_ON.test(latest.type)) return undefined;
  const here = failures.filter((failure) => failure.entry !== undefined && failure.entry === entry);
  return here.length > 0 ? troubleBy('retrying', here) : undefined;
}

/** Trouble with the state that failed last. */
function troubleBy(kind: TroubleKind, failures: readonly Failed[], otherwise?: string): Trouble | undefined {
  const [last] = failures;
  const tried = failures.filter(({ state }) => state === last?.state);
  const since = tried.at(-1)?.event.timestamp ?? otherwise;
  if (since === undefined) return undefined;
  return { kind, failures: tried.length, since, state: last?.state, ...(last && failureIn(last.event)) };
}

const END = /^Execution(?:Failed|Aborted|TimedOut)$/;

function troubleAtEnd(
  kind: TroubleKind,
  failures: readonly Failed[],
  latestFirst: readonly TroubleEvent[],
  standing: string | undefined,
): Trouble | undefined {
  const end = latestFirst.find(({ type }) => END.test(type));
  if (!end) return undefined;
  const [last] = failures;
  const tried = kind === 'stopped' ? [] : failures.filter(({ state }) => state === last?.state);
  const said = failureIn(end) ?? (last && failureIn(last.event));
  return { kind, failures: tried.length, since: end.timestamp, state: standing, ...said };
}
