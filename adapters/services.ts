import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { lean, SDK_SETTINGS } from './sdk-client.js';
import { AskStore } from './ask-store.js';
import { CarrierPathStore } from './carrier-path-store.js';
import { CarrierSecretStore } from './carrier-secret-store.js';
import { CallerStore } from './caller-store.js';
import { ChoiceStore } from './choice-store.js';
import { AuditStore } from './audit-store.js';
import { BoardStore } from './board-store.js';
import { openTable } from './dynamodb.js';
import { environment } from './environment.js';
import { ExecutionWatch } from './execution-watch.js';
import { FloodStore } from './flood-store.js';
import { HistoryStore } from './history-store.js';
import { HttpCarrier } from './http-carrier.js';
import { InboundStore } from './inbound-store.js';
import { InboundTopic } from './inbound-topic.js';
import { ItemReader } from './item-reader.js';
import { LinkKeyStore } from './link-key-store.js';
import { QuotaStore } from './quota-store.js';
import { ReceptionStore } from './reception-store.js';
import { PhotoStore } from './photo-store.js';
import { EffortStore } from './effort-store.js';
import { LotStore } from './lot-store.js';
import { PackStore } from './pack-store.js';
import { RequestStore } from './request-store.js';
import { RoundStore } from './round-store.js';
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
import { VisitStore } from './visit-store.js';
import { WorkPhotoStore } from './work-photo-store.js';
import { WorkflowClient } from './workflow-client.js';

/** What the functions read and write. */
export interface Records {
  /** Reads several of these in one call. */
  readonly items: ItemReader;
  readonly towns: TownStore;
  readonly requests: RequestStore;
  readonly photos: PhotoStore;
  readonly workPhotos: WorkPhotoStore;
  readonly tasks: TaskStore;
  readonly asks: AskStore;
  readonly inbound: InboundStore;
  readonly choices: ChoiceStore;
  readonly callers: CallerStore;
  readonly floods: FloodStore;
  readonly history: HistoryStore;
  readonly rounds: RoundStore;
  readonly visits: VisitStore;
  readonly receptions: ReceptionStore;
  readonly quotas: QuotaStore;
  readonly linkKeys: LinkKeyStore;
  readonly signInCodes: SignInCodeStore;
  readonly staffSessions: StaffSessionStore;
  readonly audits: AuditStore;
  readonly board: BoardStore;
  readonly lots: LotStore;
  readonly packs: PackStore;
  readonly efforts: EffortStore;
  readonly textLog: TextLog;
  readonly taught: TaughtStore;
}

export interface Texting {
  readonly texts: TextSender;
}

export interface Workflow {
  readonly workflow: WorkflowClient;
}

/** What only the door for a town's own carrier does: it knows the carrier by its path, and passes on what it hands over. */
export interface CarrierDoor {
  readonly carrierPaths: CarrierPathStore;
  readonly inboundTopic: InboundTopic;
}

/** What only the door of the staff does: it has codes texted. */
export interface SignInDoor {
  readonly signInTopic: SignInTopic;
}

/** What only the console does: it watches executions, and takes a hand in one. */
export interface Watching {
  readonly executions: ExecutionWatch;
}

/** Everything the functions do to the world. A function takes a `Pick` of it: an honest list of its effects. */
export type Services = Records & Texting & Workflow;

// One function a service, so that a bundle holds, and a cold start loads, only the clients its function uses.

export function records(): Records {
  const table = openTable(environment('table'));
  return {
    items: new ItemReader(table),
    towns: new TownStore(table),
    requests: new RequestStore(table),
    photos: new PhotoStore(table),
    workPhotos: new WorkPhotoStore(table),
    tasks: new TaskStore(table),
    asks: new AskStore(table),
    inbound: new InboundStore(table),
    choices: new ChoiceStore(table),
    callers: new CallerStore(table),
    floods: new FloodStore(table),
    history: new HistoryStore(table),
    rounds: new RoundStore(table),
    visits: new VisitStore(table),
    receptions: new ReceptionStore(table),
    quotas: new QuotaStore(table),
    linkKeys: new LinkKeyStore(table),
    signInCodes: new SignInCodeStore(table),
    staffSessions: new StaffSessionStore(table),
    audits: new AuditStore(table),
    board: new BoardStore(table),
    lots: new LotStore(table),
    packs: new PackStore(table),
    efforts: new EffortStore(table),
    textLog: new TextLog(table),
    taught: new TaughtStore(table),
  };
}

export function texting(): Texting {
  const table = openTable(environment('table'));
  const sns = new SnsCarrier(lean(new SNSClient(SDK_SETTINGS)));
  const http = new HttpCarrier(new CarrierSecretStore(table));
  return { texts: new TextSender(new ChosenCarrier(sns, http), table) };
}

export const workflow = (): Workflow => ({ workflow: new WorkflowClient(lean(new SFNClient(SDK_SETTINGS))) });

export const carrierDoor = (): CarrierDoor => ({
  carrierPaths: new CarrierPathStore(openTable(environment('table'))),
  inboundTopic: new InboundTopic(lean(new SNSClient(SDK_SETTINGS)), environment('inboundTopic')),
});

export const signInDoor = (): SignInDoor => ({
  signInTopic: new SignInTopic(lean(new SNSClient(SDK_SETTINGS)), environment('signInTopic')),
});

export const watching = (): Watching => ({
  executions: new ExecutionWatch(lean(new SFNClient(SDK_SETTINGS))),
});
