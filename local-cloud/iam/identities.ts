import { AssemblyError } from '../assembly/assembly-error.js';
import { AwsError } from '../errors/aws-error.js';
import type { ConditionContext } from './conditions.js';
import { judge, judgeBy, statementsNaming, type AccessRequest, type Decision } from './decide.js';
import type { Policy, Statement } from './policy.js';

export interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trust: Policy;
  /** Grows while the assembly is deployed: policies are attached after the role exists. */
  readonly policies: Policy[];
}

/** Who signed a request. Keys that the host did not issue are the operator's own and may do everything. */
export type Caller =
  | { readonly kind: 'administrator' }
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly session: string;
      readonly attribution: () => string | undefined;
    };

/** One decision about what a role wanted to do. */
export interface Access extends AccessRequest {
  /** The role's name. */
  readonly role: string;
  readonly decision: Decision;
  /** The `Sid` of every statement that allows it; those without one are left out. */
  readonly allowedBy: readonly string[];
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

/** Statements by what was asked of a role, for as long as it has so many policies. */
interface Named {
  readonly policies: number;
  readonly statements: Map<string, readonly Statement[]>;
}

/** Some resources are as many as there are telephones. */
const MOST_NAMED = 1000;

/** The roles of the assembly and the access keys issued for them. */
export class Identities {
  private readonly roles = new Map<string, Role>();
  private readonly callers = new Map<string, Caller>();
  private readonly named = new WeakMap<Role, Named>();
  private issued = 0;

  constructor(
    private readonly accountId: string,
    private readonly partition: string,
    private readonly onAccess?: (access: Access) => void,
  ) {}

  addRole(role: Role): void {
    this.roles.set(role.arn, role);
  }

  role(arn: string): Role {
    const role = this.roles.get(arn);
    if (role === undefined) throw new AssemblyError(`the role ${arn} is not part of the assembly`);
    return role;
  }

  roleByName(name: string): Role | undefined {
    return [...this.roles.values()].find((role) => role.name === name);
  }

  /**
   * Throws AssemblyError unless the role's trust policy lets the service (`lambda.amazonaws.com`) take it. `sourceArn`
   * is the resource in whose name the service comes, for services that say so; with it goes the account.
   */
  assertAssumable(arn: string, service: string, sourceArn?: string): void {
    const context: ConditionContext =
      sourceArn === undefined ? {} : { 'aws:sourcearn': [sourceArn], 'aws:sourceaccount': [this.accountId] };
    const request = { action: 'sts:AssumeRole', resource: arn, service, context };
    if (judge([this.role(arn).trust], request).decision !== 'allowed') {
      const source = sourceArn === undefined ? '' : ` for ${sourceArn}`;
      throw new AssemblyError(
        `the role ${arn} cannot be assumed by ${service}${source}: its trust policy does not allow it`,
      );
    }
  }

  /** Keys for one execution environment; `attribution` names the execution on whose behalf it works at the moment. */
  issue(roleArn: string, session: string, attribution: () => string | undefined): Credentials {
    this.issued += 1;
    const accessKeyId = `ASIALOCAL${String(this.issued).padStart(11, '0')}`;
    this.callers.set(accessKeyId, { kind: 'role', role: this.role(roleArn), session, attribution });
    return {
      accessKeyId,
      secretAccessKey: `local-secret-${this.issued}`,
      sessionToken: `local-session-${this.issued}`,
    };
  }

  revoke(credentials: Credentials): void {
    this.callers.delete(credentials.accessKeyId);
  }

  caller(accessKeyId: string | undefined): Caller {
    return this.callers.get(accessKeyId ?? '') ?? { kind: 'administrator' };
  }

  /** The caller as which a service acts that has taken a role (a state machine, a schedule). */
  assume(roleArn: string, session: string, attribution?: string): Caller {
    return { kind: 'role', role: this.role(roleArn), session, attribution: () => attribution };
  }

  isAllowed(caller: Caller, request: AccessRequest): boolean {
    return caller.kind === 'administrator' || this.decide(caller.role, request) === 'allowed';
  }

  /** Throws AccessDeniedException with AWS's own wording. */
  authorize(caller: Caller, request: AccessRequest): void {
    if (caller.kind === 'administrator') return;
    const decision = this.decide(caller.role, request);
    if (decision === 'allowed') return;
    const user = `arn:${this.partition}:sts::${this.accountId}:assumed-role/${caller.role.name}/${caller.session}`;
    const reason =
      decision === 'denied'
        ? 'with an explicit deny in an identity-based policy'
        : `because no identity-based policy allows the ${request.action} action`;
    throw new AwsError(
      'AccessDeniedException',
      `User: ${user} is not authorized to perform: ${request.action} on resource: ${request.shownAs ?? request.resource} ${reason}`,
    );
  }

  private decide(role: Role, request: AccessRequest): Decision {
    const { decision, allowedBy } = judgeBy(this.statementsOf(role, request), request);
    const { name } = role;
    this.onAccess?.({
      ...request,
      role: name,
      decision,
      allowedBy: allowedBy.flatMap(({ Sid }) => Sid ?? []),
    });
    return decision;
  }

  /** A role asks for the same things again and again; the statements on them change only with its policies. */
  private statementsOf(role: Role, request: AccessRequest): readonly Statement[] {
    const { policies } = role;
    let known = this.named.get(role);
    if (known === undefined || known.policies !== policies.length || known.statements.size >= MOST_NAMED) {
      known = { policies: policies.length, statements: new Map() };
      this.named.set(role, known);
    }
    const asked = `${request.service ?? ''} ${request.action} ${request.resource}`;
    let statements = known.statements.get(asked);
    if (statements === undefined) {
      statements = statementsNaming(policies, request);
      known.statements.set(asked, statements);
    }
    return statements;
  }
}
