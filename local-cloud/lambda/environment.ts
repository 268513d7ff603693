import type { HostCalls } from './host-calls.js';
import type { About } from './invocation.mjs';

export interface Outcome {
  readonly failed: boolean;
  /** JSON text: the function's result, or `{errorType, errorMessage, trace}`. */
  readonly payload: string;
}

/** One call of a function. */
export interface Call {
  readonly requestId: string;
  /** JSON text. */
  readonly event: string;
  /** The function as the caller named it, with its version or alias. */
  readonly arn: string;
}

/** One execution environment of a function: it runs one invocation at a time and is warm after the first. */
export interface Environment {
  /** False once it must not be used again. */
  readonly usable: boolean;
  /** Runs one invocation; never rejects: whatever goes wrong is an outcome. */
  invoke(call: Call): Promise<Outcome>;
  close(): Promise<void>;
}

/** The owner of an environment: it is told of events, and asked for facts. */
export interface EnvironmentHost {
  log(stream: 'stdout' | 'stderr', text: string, requestId: string | undefined): void;
  /** Of a function in the host's thread: over the wire, and by its JSON. */
  readonly calls: HostCalls;
}

export interface EnvironmentSettings {
  readonly about: About;
  readonly timeoutSeconds: number;
  readonly variables: Readonly<Record<string, string>>;
}

export const failure = (errorType: string, errorMessage: string): Outcome => ({
  failed: true,
  payload: JSON.stringify({ errorType, errorMessage }),
});

export const timedOut = (requestId: string, seconds: number): Outcome =>
  failure(
    'Sandbox.Timedout',
    `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds`,
  );
