import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { StandardRetryStrategy } from '@smithy/core/retry';

/** What a call came to, or how the service refused it. */
interface Answer {
  readonly output?: object;
  readonly refusal?: { readonly status: number; readonly body: string | Uint8Array };
}

/** Carries out a client's command as it is: nothing is serialized, signed or sent. Undefined for one that has to go over the wire. */
export type DirectCalls = (client: string, command: string, input: object) => Promise<Answer | undefined>;

/** A host in whose own thread the function runs, as in a simulation of months, offers it here; Lambda does not. */
const directCalls = Reflect.get(process, Symbol.for('local-cloud.direct-calls')) as DirectCalls | undefined;

/**
 * Lets a host that offers it carry out a client's calls directly. What is refused goes on through the client, so that its errors are
 * the SDK's own.
 */
export function callDirectly(steps: DynamoDBClient['middlewareStack'], call = directCalls): void {
  if (call === undefined) return;
  const refusals = new WeakMap<object, NonNullable<Answer['refusal']>>();
  steps.add(
    (next, { clientName = '', commandName = '' }) =>
      async (args) => {
        const answer = await call(clientName, commandName, args.input);
        if (answer?.output !== undefined)
          return { response: undefined, output: { ...answer.output, $metadata: {} } as never };
        if (answer?.refusal !== undefined) refusals.set(args.input, answer.refusal);
        return next(args);
      },
    { step: 'initialize', priority: 'high', name: 'directCall' },
  );
  steps.add(
    (next) => async (args) => {
      const refusal = refusals.get(args.input);
      if (refusal === undefined) return next(args);
      const { status: statusCode, body } = refusal;
      return { response: { statusCode, headers: {}, body: Buffer.from(body) } };
    },
    { step: 'deserialize', priority: 'low', name: 'directRefusal' },
  );
}

/**
 * Lets a client of such a host try again at once: between its tries no time passes on the host's clock, and what it waited would be the machine's. It
 * tries as often as ever.
 */
export function withoutPauses(
  { config }: { readonly config: Pick<DynamoDBClient['config'], 'maxAttempts' | 'retryStrategy'> },
  call = directCalls,
): void {
  if (call === undefined) return;
  const backoff = { computeNextBackoffDelay: () => 0, setDelayBase: () => undefined };
  config.retryStrategy = async () =>
    new StandardRetryStrategy({ maxAttempts: await config.maxAttempts(), backoff });
}
