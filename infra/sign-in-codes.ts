import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StageNames } from './stage-names.js';

/** Says that somebody of the staff asks for a code to sign in with. Ids and a digest, nothing of anybody's: no key of the town's own is needed. */
export const signInCodes = (scope: Construct, names: StageNames): Topic =>
  new Topic(scope, 'SignInCodes', { topicName: names('sign-in-codes'), enforceSSL: true });
