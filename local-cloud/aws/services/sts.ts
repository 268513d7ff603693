import type { Caller } from '../../iam/identities.js';
import { AwsError } from '../../errors/aws-error.js';
import { queryAnswer, queryFailure } from '../query-protocol.js';
import type { WireService } from '../wire.js';

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The calls that are answered; every other is refused by name. */
export const STS_CALLS: readonly string[] = ['GetCallerIdentity'];

/** STS: only who one is, which tools ask before anything else. */
export function stsWire({
  accountId,
  partition,
}: {
  readonly accountId: string;
  readonly partition: string;
}): WireService {
  const arnOf = (caller: Caller) =>
    caller.kind === 'administrator'
      ? `arn:${partition}:iam::${accountId}:root`
      : `arn:${partition}:sts::${accountId}:assumed-role/${caller.role.name}/${caller.session}`;
  return {
    name: 'sts',
    handle: async ({ operation, caller, requestId }) => {
      if (!STS_CALLS.includes(operation))
        throw new AwsError('InvalidAction', `The local cloud does not support sts:${operation}`);
      const result = { Arn: arnOf(caller), UserId: 'LOCAL', Account: accountId };
      return queryAnswer(NAMESPACE, operation, result, requestId);
    },
    fail: (error, requestId) => queryFailure(NAMESPACE, error, requestId),
  };
}
