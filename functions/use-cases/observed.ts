import { logWith } from '../../adapters/log.js';
import { optionalEnvironment } from '../../adapters/environment.js';

/** Ids of ours: letters, digits, hyphens; nothing that anybody typed has this shape and these names. */
const ID = /^[A-Za-z0-9-]{1,80}$/;

/** The names by which a state machine tells its functions their subject; joined they name its first execution. */
const NAMES = ['town', 'request', 'task', 'date', 'execution'] as const;

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const idIn = (value: unknown, name: string): string | undefined => {
  const id = memberOf(value, name);
  return typeof id === 'string' && ID.test(id) ? id : undefined;
};

/** `Root=1-5f...;Parent=...;Sampled=1` */
const traceId = (): string | undefined => /Root=([\w-]+)/.exec(optionalEnvironment('trace') ?? '')?.[1];

/**
 * Has every line of the log say by which ids the call is found elsewhere: Lambda's own, the trace's, API Gateway's (as
 * `call`, which its access log calls `requestId`), and what a state machine works on, which names the execution.
 */
export const observed =
  <Event, Answer>(handler: (event: Event) => Promise<Answer>) =>
  (event: Event, context?: unknown): Promise<Answer> => {
    logWith({
      lambda: idIn(context, 'awsRequestId'),
      trace: traceId(),
      call: idIn(memberOf(event, 'requestContext'), 'requestId'),
      ...Object.fromEntries(NAMES.map((name) => [name, idIn(event, name)])),
    });
    return handler(event);
  };
