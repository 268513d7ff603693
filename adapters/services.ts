import { SFNClient } from '@aws-sdk/client-sfn';
import { SNSClient } from '@aws-sdk/client-sns';
import { AskStore } from './ask-store.js';
import { openTable, type Table } from './dynamodb.js';
import { environment } from './environment.js';
import { InboundStore } from './inbound-store.js';
import { RequestStore } from './request-store.js';
import { TextSender } from './text-sender.js';
import { TownStore } from './town-store.js';
import { WorkflowClient } from './workflow-client.js';

/** Everything the functions do to the world. A function takes a `Pick` of it: an honest list of its effects. */
export interface Services {
  readonly towns: TownStore;
  readonly requests: RequestStore;
  readonly asks: AskStore;
  readonly texts: TextSender;
  readonly inbound: InboundStore;
  readonly workflow: WorkflowClient;
}

export function createServices(table: Table = openTable(environment('table'))): Services {
  return {
    towns: new TownStore(table),
    requests: new RequestStore(table),
    asks: new AskStore(table),
    texts: new TextSender(new SNSClient({}), table),
    inbound: new InboundStore(table),
    workflow: new WorkflowClient(new SFNClient({})),
  };
}
