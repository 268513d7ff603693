import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** Carries out an operation as it is: nothing is serialized, signed or sent. */
type DirectCalls = (
  operation: string,
  input: object,
) => Promise<{ readonly status: number; readonly output: object }>;

/** A host in whose own thread the function runs, as in a simulation of months, offers it here; Lambda does not. */
const directCalls = Reflect.get(process, Symbol.for('local-cloud.direct-calls')) as DirectCalls | undefined;

const jsonBody = (output: object): Uint8Array => new TextEncoder().encode(JSON.stringify(output));

/**
 * Lets a host that offers it carry out the client's calls directly. What is refused goes on through the client, so that its errors are
 * the SDK's own.
 */
export function callDirectly({ middlewareStack }: DynamoDBClient, call = directCalls): void {
  if (call === undefined) return;
  const refusals = new WeakMap<object, { status: number; output: object }>();
  middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { status, output } = await call(commandName.replace(/Command$/, ''), args.input);
        if (status === 200) return { response: undefined, output: { ...output, $metadata: {} } as never };
        refusals.set(args.input, { status, output });
        return next(args);
      },
    { step: 'initialize', priority: 'high', name: 'directCall' },
  );
  middlewareStack.add(
    (next) => async (args) => {
      const refusal = refusals.get(args.input);
      if (refusal === undefined) return next(args);
      const { status: statusCode, output } = refusal;
      return { response: { statusCode, headers: {}, body: jsonBody(output) } };
    },
    { step: 'deserialize', priority: 'low', name: 'directRefusal' },
  );
}
