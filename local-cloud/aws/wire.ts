import type { JsonObject } from '../assembly/json.js';
import type { Caller } from '../iam/identities.js';
import type { HostAnswer } from '../lambda/host-calls.js';
import type { AwsError } from '../errors/aws-error.js';

/** One API call as it came over the wire, its signature read. */
export interface WireRequest {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The operation's name, from `X-Amz-Target` or `Action`; empty for REST services. */
  readonly operation: string;
  readonly body: string;
  /** The body as it came, which may be no text. */
  readonly bytes: string | Uint8Array;
  readonly caller: Caller;
}

export type WireAnswer = HostAnswer;

/** The result of a call; a refusal is `{__type, message}`. */
export interface Performed {
  readonly status: number;
  readonly output: JsonObject;
}

/** A service behind the endpoint: one file each. */
export interface WireService {
  /** Its name in a signature's scope and in the names of IAM actions. */
  readonly name: string;
  /** The operation's name where the method and the path alone say it; empty for none. */
  readonly operationOf?: (request: Pick<WireRequest, 'method' | 'path' | 'query'>) => string;
  /** Carries out one call; rejects with AwsError, for unsupported operations too. */
  handle(request: WireRequest): Promise<WireAnswer>;
  /**
   * Carries out one call by its JSON, where functions in this thread may make it so; rejects with the same. Undefined
   * for an operation that has to go over the wire.
   */
  readonly perform?: (operation: string, input: JsonObject, caller: Caller) => Promise<Performed | undefined>;
  /** An error as this service writes it. */
  fail(error: AwsError, requestId: string): WireAnswer;
}
