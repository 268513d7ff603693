import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Says that somebody of the staff asks for a code to sign in with. Ids and a digest, nothing of anybody's: no key of the town's own is needed. */
export const signInCodes = (scope: Construct): Topic =>
  new Topic(new Construct(scope, 'StaffDoors'), 'SignInCodes', { enforceSSL: true });
