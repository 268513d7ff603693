import { sdkOutput, wireInput } from '../dynamodb/sdk-values.js';
import type { HostCalls } from './environment.js';

/** Where a function finds on its `process` how to make a call without the wire; a program that knows nothing of it goes by HTTP. */
export const DIRECT_CALLS = Symbol.for('local-cloud.direct-calls');

/** Carries out an operation of DynamoDB as the SDK's client has it, without serializing, signing and sending it. */
export type DirectCalls = (
  operation: string,
  input: object,
) => Promise<{ readonly status: number; readonly output: object }>;

export const directCalls =
  ({ perform }: Pick<HostCalls, 'perform'>): DirectCalls =>
  async (operation, input) => {
    const { status, output } = await perform({ service: 'dynamodb', operation, input: wireInput(input) });
    return { status, output: status === 200 ? sdkOutput(output) : output };
  };
