import { conditionsHold, type ConditionContext } from './conditions.js';
import type { Policy, Statement } from './policy.js';
import { fitsWildcards } from './wildcards.js';

export interface AccessRequest {
  /** `dynamodb:PutItem` */
  readonly action: string;
  /** The ARN, or what the service names instead of one. */
  readonly resource: string;
  /** The resource's name in a refusal, where its own must not reach a log, such as a phone number. */
  readonly shownAs?: string;
  readonly context?: ConditionContext;
  /** For resource policies: the service that calls (`sns.amazonaws.com`). */
  readonly service?: string;
}

export type Decision = 'allowed' | 'denied' | 'not allowed';

function namesAction(statement: Statement, action: string): boolean {
  const fits = (pattern: string) => fitsWildcards(pattern, action, true);
  if (statement.Action !== undefined) return statement.Action.some(fits);
  return statement.NotAction !== undefined && !statement.NotAction.some(fits);
}

function namesResource(statement: Statement, resource: string): boolean {
  const fits = (pattern: string) => fitsWildcards(pattern, resource);
  if (statement.Resource !== undefined) return statement.Resource.some(fits);
  return statement.NotResource === undefined || !statement.NotResource.some(fits);
}

function namesPrincipal({ Principal: principal }: Statement, service: string | undefined): boolean {
  if (service === undefined || principal === '*') return true;
  return typeof principal === 'object' && (principal['Service'] ?? []).includes(service);
}

export interface Judgement {
  readonly decision: Decision;
  /** The statements that allow it, whether or not another denies it. */
  readonly allowedBy: readonly Statement[];
}

/** The statements that speak of what is asked, whatever their conditions. */
export const statementsNaming = (
  policies: readonly Policy[],
  { action, resource, service }: AccessRequest,
): readonly Statement[] =>
  policies
    .flatMap((policy) => policy.Statement)
    .filter(
      (statement) =>
        namesAction(statement, action) &&
        namesResource(statement, resource) &&
        namesPrincipal(statement, service),
    );

/** The verdict of all policies together: an explicit Deny wins, then any Allow; silence does not allow. */
export const judge = (policies: readonly Policy[], request: AccessRequest): Judgement =>
  judgeBy(statementsNaming(policies, request), request);

/** The same from the statements that speak of it. */
export function judgeBy(statements: readonly Statement[], { context = {} }: AccessRequest): Judgement {
  const applying = statements.filter(({ Condition }) => conditionsHold(Condition, context));
  const allowedBy = applying.filter(({ Effect }) => Effect === 'Allow');
  if (applying.some(({ Effect }) => Effect === 'Deny')) return { decision: 'denied', allowedBy };
  return { decision: allowedBy.length > 0 ? 'allowed' : 'not allowed', allowedBy };
}

export const decide = (policies: readonly Policy[], request: AccessRequest): Decision =>
  judge(policies, request).decision;
