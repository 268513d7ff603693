import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';

/**
 * Lets functions text phones. To IAM a phone number is a resource without an ARN, so no pattern can name phones; naming
 * everything that is not a topic or an endpoint of an app comes nearest.
 */
export function allowTexting(...functions: LambdaFunction[]): void {
  for (const granted of functions) {
    granted.addToRolePolicy(
      new PolicyStatement({ actions: ['sns:Publish'], notResources: ['arn:*:sns:*:*:*'] }),
    );
  }
}
