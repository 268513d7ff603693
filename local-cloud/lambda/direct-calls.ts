import type { JsonObject } from '../assembly/json.js';
import type { HostAnswer, HostCalls } from './host-calls.js';
import { dynamoDbOutput, statesOutput, wireInput } from './sdk-values.js';

/** Where a function finds, on its `process`, calls without the wire; a program unaware of it uses HTTP. */
export const DIRECT_CALLS = Symbol.for('local-cloud.direct-calls');

/** Carries out an SDK command without serializing, signing and sending it; undefined where that cannot be. */
export type DirectCalls = (
  client: string,
  command: string,
  input: object,
) => Promise<{ readonly output?: object; readonly refusal?: HostAnswer } | undefined>;

/** The services that are called directly, by the names of their clients, and their outputs as the clients give them. */
const SERVICES: Readonly<Record<string, { name: string; output: (output: JsonObject) => object }>> = {
  DynamoDBClient: { name: 'dynamodb', output: dynamoDbOutput },
  SFNClient: { name: 'states', output: statesOutput },
  SNSClient: { name: 'sns', output: (output) => output },
};

export const directCalls =
  ({ perform }: Pick<HostCalls, 'perform'>): DirectCalls =>
  async (client, command, input) => {
    const service = SERVICES[client];
    if (service === undefined) return undefined;
    const operation = command.replace(/Command$/, '');
    const answer = await perform({ service: service.name, operation, input: wireInput(input) });
    return answer?.output === undefined ? answer : { output: service.output(answer.output) };
  };
