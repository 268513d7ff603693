import type { Alarms } from '../alarms/alarms.js';
import type { Distribution } from '../cdn/distribution.js';
import type { AddedHeader, CachePolicy } from '../cdn/policies.js';
import type { Clock } from '../clock/clock.js';
import type { DynamoDbService } from '../dynamodb/dynamodb-service.js';
import type { TableCatalogue } from '../dynamodb/table-catalogue.js';
import type { Faults } from '../faults/faults.js';
import type { HttpApi } from '../http-api/http-api.js';
import type { Identities } from '../iam/identities.js';
import type { Policy } from '../iam/policy.js';
import type { AsyncInvocations } from '../lambda/async-invocations.js';
import type { LambdaService } from '../lambda/lambda-service.js';
import type { Queues } from '../messaging/queues.js';
import type { Topics } from '../messaging/topics.js';
import type { S3 } from '../s3/s3.js';
import type { Schedules } from '../schedules/schedules.js';
import type { StepFunctions } from '../step-functions/ports.js';
import type { KeptResources } from './kept-resources.js';
import type { MadeSecrets } from './made-secrets.js';

/** Distributions, and what they are made of. */
export interface Cdn {
  readonly cachePolicies: Map<string, CachePolicy>;
  readonly headersPolicies: Map<string, readonly AddedHeader[]>;
  readonly distributions: Distribution[];
  readonly keepsAnswers: boolean;
}

/** Everything that resources are deployed into. */
export interface Host {
  readonly clock: Clock;
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  /** Address of the AWS endpoint. */
  readonly endpoint: string;
  readonly identities: Identities;
  readonly faults: Faults;
  readonly lambda: LambdaService;
  readonly invocations: AsyncInvocations;
  readonly dynamoDb: DynamoDbService;
  readonly tables: TableCatalogue;
  readonly queues: Queues;
  readonly topics: Topics;
  readonly schedules: Schedules;
  readonly s3: S3;
  readonly stepFunctions: StepFunctions;
  readonly alarms: Alarms;
  readonly keptResources: KeptResources;
  readonly apis: Map<string, HttpApi>;
  readonly cdn: Cdn;
  readonly madeSecrets: MadeSecrets;
  /** What secrets of the templates hold, by ARN. */
  readonly secrets: Map<string, string>;
  /** Customer managed policies by ARN. */
  readonly managedPolicies: Map<string, Policy>;
  /** Run once the whole assembly is deployed: what must not begin before. */
  readonly afterDeployment: (() => void)[];
  /** The port for the next HTTP API, or the next distribution: the wanted one for the first distribution, or where there is none the first API; 0 for others. */
  nextApiPort(): number;
  nextDoorPort(): number;
  readonly warn: (text: string) => void;
}
