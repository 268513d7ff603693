import type { Identities } from '../../../iam/identities.js';
import type { AsyncInvocations } from '../../../lambda/async-invocations.js';
import type { LambdaService } from '../../../lambda/lambda-service.js';
import type { MadeFunctions } from '../../../lambda/made-functions.js';
import type { WireAnswer, WireRequest } from '../../wire.js';

export interface LambdaWireOptions {
  /** The calls that make functions. */
  readonly made: MadeFunctions;
  /** The beginning of functions' ARNs. */
  readonly arnPrefix: string;
  readonly lambda: LambdaService;
  readonly invocations: AsyncInvocations;
  readonly identities: Identities;
}

export const JSON_TYPE = { 'content-type': 'application/json' };

/** One call of Lambda's REST API. */
export interface LambdaRoute {
  readonly call: string;
  readonly method: string;
  /** The first group, if there is one, is the function; the second the alias. */
  readonly path: RegExp;
  readonly run: (
    request: WireRequest,
    reference: string,
    options: LambdaWireOptions,
    part: string,
  ) => Promise<WireAnswer>;
}
