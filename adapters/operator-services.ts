import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AccountWatch } from './account-watch.js';
import { AskStore } from './ask-store.js';
import { BackupWatch } from './backup-watch.js';
import { BoardStore } from './board-store.js';
import { CarrierSecretStore } from './carrier-secret-store.js';
import { DeadLetters } from './dead-letters.js';
import { DeployedStacks } from './deployed-stacks.js';
import { LOCAL, openTable } from './dynamodb.js';
import { ExecutionWatch } from './execution-watch.js';
import { HistoryStore } from './history-store.js';
import { HttpCarrier } from './http-carrier.js';
import { ItemReader } from './item-reader.js';
import { LinkKeyStore } from './link-key-store.js';
import { PublishedVersions } from './published-versions.js';
import { RequestStore } from './request-store.js';
import { RoundStore } from './round-store.js';
import { CARRIER_SETTINGS, SDK_SETTINGS } from './sdk-client.js';
import { SmsAccount } from './sms-account.js';
import { SnsCarrier } from './sns-carrier.js';
import { TableRestore } from './table-restore.js';
import { TableWatch } from './table-watch.js';
import { TaskStore } from './task-store.js';
import { ChosenCarrier } from './text-carrier.js';
import { TextSender } from './text-sender.js';
import { TownStore } from './town-store.js';
import { WaitingTowns } from './waiting-towns.js';
import { WorkflowClient } from './workflow-client.js';

export interface OperatorPlaces {
  readonly table: string;
  readonly deadLetters: string;
  /** Of a local cloud; AWS's own, with the operator's credentials, where there is none. */
  readonly endpoint?: string | undefined;
}

/** Begun once: a second call would find the table that the first one makes. */
const RESTORE_SETTINGS = {
  maxAttempts: 1,
  requestHandler: { ...SDK_SETTINGS.requestHandler, requestTimeout: 60_000 },
} as const;

/** What an operator's commands work with, outside the functions and with the operator's own permissions. */
export function operatorServices({ table: name, deadLetters, endpoint }: OperatorPlaces) {
  const settings = endpoint === undefined ? SDK_SETTINGS : { ...SDK_SETTINGS, ...LOCAL, endpoint };
  const table = openTable(name, endpoint);
  const dynamoDb = new DynamoDBClient(settings);
  const lambda = new LambdaClient(settings);
  const sfn = new SFNClient(settings);
  const sns = new SNSClient({ ...settings, ...CARRIER_SETTINGS });
  const carrierSecrets = new CarrierSecretStore(table);
  const carrier = new ChosenCarrier(new SnsCarrier(sns), new HttpCarrier(carrierSecrets));
  return {
    items: new ItemReader(table),
    towns: new TownStore(table),
    waiting: new WaitingTowns(table),
    requests: new RequestStore(table),
    tasks: new TaskStore(table),
    asks: new AskStore(table),
    rounds: new RoundStore(table),
    board: new BoardStore(table),
    carrierSecrets,
    linkKeys: new LinkKeyStore(table),
    smsAccount: new SmsAccount(sns),
    texts: new TextSender(carrier, table),
    workflow: new WorkflowClient(sfn),
    executions: new ExecutionWatch(sfn),
    published: new PublishedVersions(lambda, sfn),
    account: new AccountWatch(lambda, new ServiceQuotasClient(settings), new CloudFormationClient(settings)),
    history: new HistoryStore(table),
    backups: new BackupWatch(dynamoDb, name),
    restore: new TableRestore(new DynamoDBClient({ ...settings, ...RESTORE_SETTINGS })),
    tableWatch: new TableWatch(dynamoDb, name),
    deadLetters: new DeadLetters(new SQSClient(settings), deadLetters),
  };
}

export type OperatorServices = ReturnType<typeof operatorServices>;

/** What is deployed of a region, before anything says where it is. */
export const deployedStacksOf = (region: string): DeployedStacks =>
  new DeployedStacks(new CloudFormationClient({ ...SDK_SETTINGS, region }));

/** Tables by name, in the region that the environment says. */
export const tableRestoreOf = (): TableRestore =>
  new TableRestore(new DynamoDBClient({ ...SDK_SETTINGS, ...RESTORE_SETTINGS }));
