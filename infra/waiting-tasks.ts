import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';

/**
 * Lets functions resolve the tasks in which these machines wait for a person's answer. A token is opaque, but AWS checks
 * it against the state machine that issued it (tried when the CDK's grantTaskResponse was written, aws-cdk pull request
 * 8486), so the machines are named instead of `*`.
 *
 * The policy stands by itself: as part of a function's role it would have to exist before the function, the machine
 * before the policy, and the function before the machine.
 */
export function allowAnswering(
  scope: Construct,
  id: string,
  machines: readonly StateMachine[],
  functions: readonly LambdaFunction[],
): void {
  const policy = new Policy(scope, id, {
    statements: [
      new PolicyStatement({
        actions: ['states:SendTaskSuccess'],
        resources: machines.map(({ stateMachineArn }) => stateMachineArn),
      }),
    ],
  });
  for (const granted of functions) granted.role?.attachInlinePolicy(policy);
}
