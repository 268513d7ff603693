import { createSweepRequests } from '../../functions/schedules/sweep-requests/handler.js';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  ExecutionAlreadyExists,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { keyOf, type Route } from '../../contracts/route.js';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import dynalite from 'dynalite';
import type { AddressInfo } from 'node:net';
import { Table } from '../../adapters/dynamodb.js';
import { AskStore } from '../../adapters/ask-store.js';
import { CallerStore } from '../../adapters/caller-store.js';
import { ChoiceStore } from '../../adapters/choice-store.js';
import { AuditStore } from '../../adapters/audit-store.js';
import { BoardStore } from '../../adapters/board-store.js';
import { TextLog } from '../../adapters/text-log.js';
import { ENVIRONMENT } from '../../adapters/environment.js';
import { FloodStore } from '../../adapters/flood-store.js';
import { HistoryStore } from '../../adapters/history-store.js';
import { InboundStore } from '../../adapters/inbound-store.js';
import { ItemReader } from '../../adapters/item-reader.js';
import { LinkKeyStore } from '../../adapters/link-key-store.js';
import { PublishedPhotoStore } from '../../adapters/published-photo-store.js';
import { QuotaStore } from '../../adapters/quota-store.js';
import { ReceptionStore } from '../../adapters/reception-store.js';
import { PhotoStore } from '../../adapters/photo-store.js';
import { EffortStore } from '../../adapters/effort-store.js';
import { PackStore } from '../../adapters/pack-store.js';
import { LotStore } from '../../adapters/lot-store.js';
import { RequestStore } from '../../adapters/request-store.js';
import { RoundStore } from '../../adapters/round-store.js';
import type { Stores } from '../../adapters/services.js';
import { SignInCodeStore } from '../../adapters/sign-in-code-store.js';
import { StaffSessionStore } from '../../adapters/staff-session-store.js';
import { SnsCarrier } from '../../adapters/sns-carrier.js';
import { TaskStore } from '../../adapters/task-store.js';
import { CaseFileStore } from '../../adapters/case-file-store.js';
import { ErasedItems } from '../../adapters/erased-items.js';
import { ErasureStore } from '../../adapters/erasure-store.js';
import { TaughtStore } from '../../adapters/taught-store.js';
import { TextSender } from '../../adapters/text-sender.js';
import { TownStore } from '../../adapters/town-store.js';
import type { Turn } from '../../adapters/turn-queue.js';
import { VisitStore } from '../../adapters/visit-store.js';
import { WaitingTowns } from '../../adapters/waiting-towns.js';
import { WorkPhotoStore } from '../../adapters/work-photo-store.js';
import { WorkflowClient } from '../../adapters/workflow-client.js';
import type { Town } from '../../domain/town/schema.js';
import { createAskPerson } from '../../functions/workflow/ask-person/handler.js';
import { createAssignRequest } from '../../functions/workflow/assign-request/handler.js';
import { createReceiveSms } from '../../functions/texts/receive-sms/handler.js';
import { createRecordStep } from '../../functions/workflow/record-step/handler.js';
import { MONDAY_9_AM } from '../domain/request/a-request.js';
import { caseTown } from '../domain/request/case-town.js';
import type { AnyNext } from '../domain/request/play.js';

/** The sample resident; the number is invented. */
export const RESIDENT = '+8619900000901';

/** What they type into the form. */
export const FORM = {
  name: 'Sample Resident',
  phone: RESIDENT,
  village: 'east-village',
  group: 1,
  category: 'street-light',
  description: 'the lamp is dark',
  consent: true,
};

/** How long the queue hides a text that was not taken. Milliseconds. */
export const HIDDEN_FOR = 180_000;

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const keys = (pk: string, sk: string) => [
  { AttributeName: pk, KeyType: 'HASH' as const },
  { AttributeName: sk, KeyType: 'RANGE' as const },
];
const INDEXES = [
  ['by-grid', 'gridKey', 'gridSort'],
  ['by-contact', 'contactKey', 'contactSort'],
  ['unstarted', 'unstartedKey', 'unstartedSort'],
  ['history', 'historyKey', 'historySort'],
  ['held', 'heldKey', 'heldSort'],
  ['board', 'boardKey', 'boardSort'],
] as const;

const tableNamed = (TableName: string) =>
  new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...new Set(['pk', 'sk', ...INDEXES.flatMap(([, pk, sk]) => [pk, sk])])].map(text),
    KeySchema: keys('pk', 'sk'),
    GlobalSecondaryIndexes: INDEXES.map(([IndexName, pk, sk]) => ({
      IndexName,
      KeySchema: keys(pk, sk),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  });

/** All but what only the console's executions and the topics need. */
type Served = Omit<
  Stores,
  'executions' | 'carrierPaths' | 'inboundTopic' | 'signInTopic' | 'backups' | 'turns'
> & {
  readonly turns: Pick<Stores['turns'], 'give'>;
  readonly backups: Pick<Stores['backups'], 'latest'>;
};

/** The real stores on an embedded database; the state machines and the carrier are mocked, and can be made to fail. */
export class FunctionWorld {
  readonly texts: { to: string; body: string }[] = [];
  readonly started: string[] = [];
  /** Tokens that a task waits with. */
  readonly waiting = new Set<string>();
  readonly resolved: { token: string; option: string }[] = [];
  /** What fails next: calls of that service, that many times. */
  readonly failures = { engine: 0, carrier: 0 };
  at = MONDAY_9_AM;
  /** Turns that scheduled functions gave, and that their queues have not handed over. */
  readonly turns: Turn[] = [];
  private tokens = 0;
  private messages = 0;

  private constructor(
    readonly services: Served,
    readonly town: Town,
    readonly table: Table,
  ) {}

  static async begin(database: Database, town: Town = caseTown()): Promise<FunctionWorld> {
    process.env[ENVIRONMENT.requestMachine] = 'arn:machine';
    const table = await database.newTable();
    const sns = new SNSClient({ region: 'us-east-1' });
    const sfn = new SFNClient({ region: 'us-east-1' });
    const services: Served = {
      items: new ItemReader(table),
      towns: new TownStore(table),
      requests: new RequestStore(table),
      photos: new PhotoStore(table),
      workPhotos: new WorkPhotoStore(table),
      publishedPhotos: new PublishedPhotoStore(table),
      tasks: new TaskStore(table),
      asks: new AskStore(table),
      texts: new TextSender(new SnsCarrier(sns), table),
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
      backups: { latest: () => Promise.resolve(undefined) },
      erasures: new ErasureStore(table),
      erased: new ErasedItems(table),
      caseFiles: new CaseFileStore(table),
      waiting: new WaitingTowns(table),
      turns: { give: async (given) => void world.turns.push(...given) },
      workflow: new WorkflowClient(sfn),
    };
    const world: FunctionWorld = new FunctionWorld(services, town, table);
    world.mockEffects(sns, sfn);
    await services.towns.importTown(town);
    return world;
  }

  private mockEffects(sns: SNSClient, sfn: SFNClient): void {
    mockClient(sns)
      .on(PublishCommand)
      .callsFake(({ PhoneNumber, Message }) => {
        this.failIf('carrier');
        this.texts.push({ to: PhoneNumber, body: Message });
      });
    mockClient(sfn)
      .on(StartExecutionCommand)
      .callsFake(({ name }) => {
        this.failIf('engine');
        if (this.started.includes(name))
          throw new ExecutionAlreadyExists({ $metadata: {}, message: 'exists' });
        this.started.push(name);
      })
      .on(SendTaskSuccessCommand)
      .callsFake(({ taskToken, output }) => {
        this.failIf('engine');
        if (!this.waiting.delete(taskToken)) throw new TaskTimedOut({ $metadata: {}, message: 'gone' });
        this.resolved.push({ token: taskToken, option: JSON.parse(output).option });
      });
  }

  private failIf(service: 'engine' | 'carrier'): void {
    if (this.failures[service] === 0) return;
    this.failures[service] -= 1;
    throw new Error(`${service} is down`);
  }

  /** The table does not take the next text: whoever sends it breaks off, and is called again. */
  breakAtNextText(): void {
    const { stored } = this.services.texts;
    jest.spyOn(stored, 'standing').mockRejectedValueOnce(new Error('the table is down'));
  }

  /** Takes up what a neighbour left undone that was down. */
  sweep(at: number = this.at): Promise<number> {
    return this.scheduled(createSweepRequests, new Date(at).toISOString());
  }

  /** Calls a function as its schedule does, and with each turn that it gives, as its queue does; answers how many turns. */
  async scheduled(
    create: (services: Served) => (event: unknown) => Promise<void>,
    at: string,
  ): Promise<number> {
    const run = create(this.services);
    await run({ at });
    let taken = 0;
    for (let turn = this.turns.shift(); turn !== undefined; turn = this.turns.shift()) {
      taken += 1;
      await run({ Records: [{ body: JSON.stringify(turn) }] });
    }
    return taken;
  }

  // --- what the state machines do -------------------------------------------------------------------------------------

  private task(request: string, more: object = {}) {
    return {
      contract: 1,
      town: this.town.settings.id,
      request,
      at: new Date(this.at).toISOString(),
      ...more,
    };
  }

  assign(request: string): Promise<AnyNext> {
    return createAssignRequest(this.services)(this.task(request));
  }

  record(request: string, action: object): Promise<AnyNext> {
    return createRecordStep(this.services)(this.task(request, action));
  }

  /** Puts an ask with a token of its own and answers the token, also when putting it failed. */
  async ask(request: string, n: number | undefined): Promise<string> {
    this.tokens += 1;
    const token = `token-${this.tokens}`;
    this.waiting.add(token);
    await createAskPerson(this.services)(this.task(request, { ask: n, token }));
    return token;
  }

  // --- what people do ---------------------------------------------------------------------------------------------------

  /** Delivers texts as the queue does; answers those that go back to it. */
  async deliver(
    ...texts: { from: string; body: string; id?: string; raw?: string; round?: number; sentAt?: number }[]
  ): Promise<string[]> {
    const Records = texts.map(({ from, body, id, raw, round = 1, sentAt = this.at }) => {
      this.messages += 1;
      const inbound = {
        originationNumber: from,
        destinationNumber: this.town.settings.sms.number,
        messageBody: body,
        inboundMessageId: id ?? `message-${this.messages}`,
      };
      return {
        messageId: id ?? `queue-${this.messages}`,
        body: raw ?? JSON.stringify(inbound),
        attributes: {
          SentTimestamp: String(sentAt),
          ApproximateFirstReceiveTimestamp: String(this.at - (round - 1) * HIDDEN_FOR),
          ApproximateReceiveCount: String(round),
        },
      };
    });
    const { batchItemFailures } = await createReceiveSms(this.services)({ Records });
    return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  }

  phoneOf(staff: string): string {
    return this.town.staff.find(({ id }) => id === staff)?.phone ?? '';
  }

  textsTo(phone: string): string[] {
    return this.texts.filter(({ to }) => to === phone).map(({ body }) => body);
  }

  /** The code of the latest ask that was texted to this phone. */
  codeFor(phone: string): string {
    const asked = this.textsTo(phone).findLast((body) => body.includes('code='));
    return /code=(\w{4})/.exec(asked ?? '')?.[1] ?? 'none';
  }

  call(
    route: Pick<Route, 'method' | 'path'>,
    fields: {
      body?: unknown;
      headers?: Record<string, string>;
      query?: Record<string, string>;
      id?: string;
    },
  ): APIGatewayProxyEventV2 {
    const { body, headers = {}, query, id } = fields;
    return {
      version: '2.0',
      routeKey: keyOf(route),
      rawPath: '/',
      rawQueryString: '',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      queryStringParameters: query,
      pathParameters: id === undefined ? undefined : { id },
      isBase64Encoded: false,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      requestContext: {
        accountId: '1',
        apiId: '1',
        domainName: 'grid.example',
        domainPrefix: 'grid',
        http: { method: 'POST', path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
        requestId: '1',
        routeKey: '$default',
        stage: '$default',
        time: '',
        timeEpoch: this.at,
      },
    };
  }
}

/** One embedded database for the tests of a file; each test has a table of its own. */
export class Database {
  private tables = 0;

  private constructor(
    private readonly server: ReturnType<typeof dynalite>,
    private readonly client: DynamoDBClient,
  ) {}

  static async open(): Promise<Database> {
    const server = dynalite({ createTableMs: 0 });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const endpoint = `http://127.0.0.1:${port}`;
    return new Database(server, new DynamoDBClient({ region: 'us-east-1', endpoint, credentials }));
  }

  async newTable(): Promise<Table> {
    this.tables += 1;
    const name = `records-${this.tables}`;
    await this.client.send(tableNamed(name));
    return new Table(this.client, name);
  }

  async close(): Promise<void> {
    this.client.destroy();
    await new Promise<void>((resolve) => {
      this.server.close(() => resolve());
    });
  }
}
