import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { StageNames } from './stage-names.js';

/** Says that somebody asks for a sign-in code. Ids and a digest alone, so that no key of its own is needed. */
export const signInCodes = (scope: Construct, names: StageNames): Topic =>
  new Topic(scope, 'SignInCodes', { topicName: names('sign-in-codes'), enforceSSL: true });
