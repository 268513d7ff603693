import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient, type SNSClientConfig } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import { AskStore } from './ask-store.js';
import { AuditStore } from './audit-store.js';
import { BackupWatch } from './backup-watch.js';
import { BoardStore } from './board-store.js';
import { CallerStore } from './caller-store.js';
import { CarrierPathStore } from './carrier-path-store.js';
import { CarrierSecretStore } from './carrier-secret-store.js';
import { ChoiceStore } from './choice-store.js';
import { openTable, type Table } from './dynamodb.js';
import { EffortStore } from './effort-store.js';
import { environment } from './environment.js';
import { CaseFileStore } from './case-file-store.js';
import { ErasedItems } from './erased-items.js';
import { ErasureStore } from './erasure-store.js';
import { ExecutionWatch } from './execution-watch.js';
import { FloodStore } from './flood-store.js';
import { HistoryStore } from './history-store.js';
import { HttpCarrier } from './http-carrier.js';
import { InboundStore } from './inbound-store.js';
import { InboundTopic } from './inbound-topic.js';
import { ItemReader } from './item-reader.js';
import { LinkKeyStore } from './link-key-store.js';
import { LotStore } from './lot-store.js';
import { PackStore } from './pack-store.js';
import { PhotoStore } from './photo-store.js';
import { PublishedPhotoStore } from './published-photo-store.js';
import { QuotaStore } from './quota-store.js';
import { ReceptionStore } from './reception-store.js';
import { RequestStore } from './request-store.js';
import { RoundStore } from './round-store.js';
import { CARRIER_SETTINGS, lean, SDK_SETTINGS } from './sdk-client.js';
import { SignInCodeStore } from './sign-in-code-store.js';
import { SignInTopic } from './sign-in-topic.js';
import { SnsCarrier } from './sns-carrier.js';
import { StaffSessionStore } from './staff-session-store.js';
import { TaskStore } from './task-store.js';
import { TaughtStore } from './taught-store.js';
import { ChosenCarrier } from './text-carrier.js';
import { TextLog } from './text-log.js';
import { TextSender } from './text-sender.js';
import { TownStore } from './town-store.js';
import { TurnQueue } from './turn-queue.js';
import { VisitStore } from './visit-store.js';
import { WaitingTowns } from './waiting-towns.js';
import { WorkPhotoStore } from './work-photo-store.js';
import { WorkflowClient } from './workflow-client.js';

/*
 * Whatever functions do to the world, one maker each, by the name of the need. The entry of a function calls those of its declaration,
 * and a bundle holds, and a cold start loads, only these.
 */

let opened: Table | undefined;
const table = (): Table => (opened ??= openTable(environment('table')));
const sns = (settings: SNSClientConfig = SDK_SETTINGS): SNSClient => lean(new SNSClient(settings));
const sfn = (): SFNClient => lean(new SFNClient(SDK_SETTINGS));

/** Reads several items in one call. */
export const items = (): ItemReader => new ItemReader(table());
export const towns = (): TownStore => new TownStore(table());
export const requests = (): RequestStore => new RequestStore(table());
export const photos = (): PhotoStore => new PhotoStore(table());
export const workPhotos = (): WorkPhotoStore => new WorkPhotoStore(table());
export const publishedPhotos = (): PublishedPhotoStore => new PublishedPhotoStore(table());
export const tasks = (): TaskStore => new TaskStore(table());
export const asks = (): AskStore => new AskStore(table());
export const inbound = (): InboundStore => new InboundStore(table());
export const choices = (): ChoiceStore => new ChoiceStore(table());
export const callers = (): CallerStore => new CallerStore(table());
export const floods = (): FloodStore => new FloodStore(table());
export const history = (): HistoryStore => new HistoryStore(table());
export const rounds = (): RoundStore => new RoundStore(table());
export const visits = (): VisitStore => new VisitStore(table());
export const receptions = (): ReceptionStore => new ReceptionStore(table());
export const quotas = (): QuotaStore => new QuotaStore(table());
export const linkKeys = (): LinkKeyStore => new LinkKeyStore(table());
export const signInCodes = (): SignInCodeStore => new SignInCodeStore(table());
export const staffSessions = (): StaffSessionStore => new StaffSessionStore(table());
export const audits = (): AuditStore => new AuditStore(table());
export const board = (): BoardStore => new BoardStore(table());
export const lots = (): LotStore => new LotStore(table());
export const packs = (): PackStore => new PackStore(table());
export const efforts = (): EffortStore => new EffortStore(table());
export const textLog = (): TextLog => new TextLog(table());
export const taught = (): TaughtStore => new TaughtStore(table());
export const carrierPaths = (): CarrierPathStore => new CarrierPathStore(table());
export const erasures = (): ErasureStore => new ErasureStore(table());
export const erased = (): ErasedItems => new ErasedItems(table());
export const caseFiles = (): CaseFileStore => new CaseFileStore(table());
export const texts = (): TextSender => {
  const carrier = new ChosenCarrier(
    new SnsCarrier(sns(CARRIER_SETTINGS)),
    new HttpCarrier(new CarrierSecretStore(table())),
  );
  return new TextSender(carrier, table());
};
export const waiting = (): WaitingTowns => new WaitingTowns(table());
export const turns = (): TurnQueue => new TurnQueue(lean(new SQSClient(SDK_SETTINGS)), environment('turns'));
export const backups = (): BackupWatch =>
  new BackupWatch(lean(new DynamoDBClient(SDK_SETTINGS)), environment('table'));
export const workflow = (): WorkflowClient => new WorkflowClient(sfn());
export const executions = (): ExecutionWatch => new ExecutionWatch(sfn());
export const inboundTopic = (): InboundTopic => new InboundTopic(sns(), environment('inboundTopic'));
export const signInTopic = (): SignInTopic => new SignInTopic(sns(), environment('signInTopic'));
