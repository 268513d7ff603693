import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../assembly/json.js';

/** A call as a function's thread hands it over; the path with its query. */
export interface HostCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A call as a function in this thread hands it over, past its SDK's way over the wire. */
export interface DirectCall {
  readonly service: string;
  readonly operation: string;
  readonly input: JsonObject;
}

/** The result, or the refusal as the service gives it over the wire. */
export interface DirectAnswer {
  readonly output?: JsonObject;
  readonly refusal?: HostAnswer;
}

/** Carries out a call to the AWS endpoint. */
export type CallHost = (call: HostCall) => Promise<HostAnswer>;

/** How a function in the host's thread reaches the AWS endpoint. */
export interface HostCalls {
  readonly call: CallHost;
  readonly perform: (call: DirectCall) => Promise<DirectAnswer | undefined>;
}

/** The AWS endpoint, as functions in the host's thread reach it with the keys that they were given. */
export interface HostEndpoint {
  readonly call: CallHost;
  perform(accessKeyId: string, call: DirectCall): Promise<DirectAnswer | undefined>;
}
