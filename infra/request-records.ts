import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { GlobalSecondaryIndexProps } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CARRIER_KEY, DIRECTORY_KEY, INDEX, KEY_KIND, type KeyKind } from '../adapters/table-keys.js';

type ItemAction = 'GetItem' | 'BatchGetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'Query';

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** Sparse indexes, each projecting only what its reader needs. */
const INDEXES: GlobalSecondaryIndexProps[] = [
  {
    indexName: INDEX.byGrid,
    partitionKey: text('gridKey'),
    sortKey: text('gridSort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['id', 'category', 'status', 'createdAt', 'near', 'joinedTo'],
  },
  {
    indexName: INDEX.byContact,
    partitionKey: text('contactKey'),
    sortKey: text('contactSort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: [
      'of',
      'subject',
      'n',
      'code',
      'kind',
      'options',
      'state',
      'until',
      'askedAt',
      'id',
      'status',
      'createdAt',
      'category',
    ],
  },
  {
    indexName: INDEX.unstarted,
    partitionKey: text('unstartedKey'),
    sortKey: text('unstartedSort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['town', 'id'],
  },
  {
    indexName: INDEX.history,
    partitionKey: text('historyKey'),
    sortKey: text('historySort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['facts'],
  },
  {
    indexName: INDEX.held,
    partitionKey: text('heldKey'),
    sortKey: text('heldSort'),
    projectionType: ProjectionType.KEYS_ONLY,
  },
  ...(
    [
      [INDEX.board, 'boardSort'],
      [INDEX.boardNewest, 'newestSort'],
    ] as const
  ).map(([indexName, sort]) => ({
    indexName,
    partitionKey: text('boardKey'),
    sortKey: text(sort),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['facts', 'status', 'department', ...(sort === 'boardSort' ? [] : ['boardSort'])],
  })),
];

/** Requests, asks, people, texts and the towns' data: one table, and who may touch which kind of item in it. */
export class RequestRecords extends Construct {
  private readonly table: Table;

  constructor(scope: Construct, id: string, props: { readonly encryptionKey: Key }) {
    super(scope, id);
    // Not TableV2: with a key of our own it cannot be synthesized without naming a region.
    this.table = new Table(this, 'Table', {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: props.encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const index of INDEXES) this.table.addGlobalSecondaryIndex(index);
  }

  get tableName(): string {
    return this.table.tableName;
  }

  readTowns(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'town', ['GetItem', 'Query']);
  }

  /** The same where which version stands is read together with something else. */
  readTownVersions(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'town', ['Query']);
  }

  /** Several items of these kinds in one call. */
  readTogether(kinds: readonly KeyKind[], ...functions: LambdaFunction[]): void {
    this.allowKinds(functions, kinds, ['BatchGetItem']);
  }

  /** Which towns there are, and which number reaches which. */
  readDirectory(...functions: LambdaFunction[]): void {
    this.allow(functions, this.table.tableArn, ['GetItem'], DIRECTORY_KEY.pk);
  }

  /** A town's data is stored version by version; a version is never changed. */
  changeTowns(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'town', ['GetItem', 'PutItem', 'Query', 'UpdateItem']);
    this.allow(functions, this.table.tableArn, ['GetItem', 'PutItem'], DIRECTORY_KEY.pk);
  }

  readAudit(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'audit', ['Query']);
  }

  /** Leave that a cadre texts becomes part of the town's data. */
  recordLeave(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'town', ['UpdateItem']);
  }

  readRequests(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'request', ['GetItem']);
  }

  /** Requests are written whole, and so are the asks beside them. */
  saveRequests(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'request', ['GetItem', 'PutItem']);
  }

  /** The same where they are read together with something else. */
  writeRequests(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'request', ['PutItem']);
  }

  listAsks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'request', ['Query']);
  }

  /** Record the answer of an ask. */
  answerAsks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'request', ['GetItem', 'UpdateItem']);
  }

  readTasks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'task', ['GetItem']);
  }

  /** Tasks of the staff are written whole, and so are the asks beside them. */
  saveTasks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'task', ['PutItem']);
  }

  /** Record the answer of a task's ask. */
  answerTasks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'task', ['UpdateItem']);
  }

  /** The personal half of a request, which few may read. */
  readPeople(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'person', ['GetItem']);
  }

  keepPeople(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'person', ['PutItem']);
  }

  /** Take in and show the photos of requests. */
  keepPhotos(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'photo', ['GetItem', 'PutItem']);
  }

  /** Which photos the staff added, and to which answer; not the pictures. */
  listWorkPhotos(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'workPhotos', ['GetItem']);
  }

  keepWorkPhotos(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'workPhotos', ['GetItem', 'PutItem']);
  }

  showPhotos(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'photo', ['GetItem']);
  }

  /** Keep the form of a programme that was filled in for a person. */
  fillForms(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'person', ['UpdateItem']);
  }

  /** What must be recorded to text a person once, only if they want texts, and not beyond the day's caps. */
  recordTexts(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'text', ['PutItem']);
    // Whether somebody wants texts, and how the town's carrier is spoken to.
    this.allowKinds(functions, ['phone', 'carrier'], ['GetItem']);
    this.allowItems(functions, 'tally', ['UpdateItem']);
    // What is not sent is counted for the duty desk to see.
    this.allowItems(functions, 'flood', ['UpdateItem']);
  }

  /** Count what callers do, against the town's limits. */
  limitCallers(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'caller', ['GetItem', 'UpdateItem']);
  }

  /** Let reports in as far as their origin may, and hold dangers together, for which the desk is texted. */
  admitReports(...functions: LambdaFunction[]): void {
    this.limitCallers(...functions);
    this.allowItems(functions, 'flood', ['GetItem']);
  }

  /** What is held together, and where. */
  listFloods(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'flood', ['Query']);
  }

  /** What the desk decides about an origin; whoever texts people may count on these items anyway. */
  decideFloods(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'flood', ['UpdateItem']);
  }

  /** By which path a town's own carrier is known; not by which secret it knows the town. */
  knowCarriers(...functions: LambdaFunction[]): void {
    const path = `*#${KEY_KIND.carrier}#${CARRIER_KEY.inbound}`;
    this.allow(functions, this.table.tableArn, ['GetItem'], path);
  }

  /** Texts that waited for the quiet hours to end, and the asks that some of them put. */
  sendHeldTexts(...functions: LambdaFunction[]): void {
    this.lookThrough(functions, INDEX.held);
    this.allowItems(functions, 'text', ['UpdateItem']);
    this.allowItems(functions, 'request', ['GetItem']);
    this.allowItems(functions, 'task', ['GetItem']);
  }

  /** Opting out and in again, of all texts or of those about one request. */
  recordChoices(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'phone', ['UpdateItem']);
  }

  /** Which incoming texts were acted on; whether one was is read together with the town. */
  rememberInbound(...functions: LambdaFunction[]): void {
    this.readTogether(['inbound', 'town'], ...functions);
    this.allowItems(functions, 'inbound', ['PutItem']);
  }

  findByGrid(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.byGrid, 'grid');
  }

  /** How many texts somebody was sent and how many asks were put to them: the meter of what is asked of cadres. */
  measureEffort(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'tally', ['Query']);
    this.findByContact(...functions);
  }

  findByContact(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.byContact, 'contact');
  }

  /** Ids of what was accepted and not begun, of all towns: the index holds nothing else. */
  findUnstarted(...functions: LambdaFunction[]): void {
    this.lookThrough(functions, INDEX.unstarted);
  }

  /** Everything of the grids by time, closed things too: what statistics and reports are made of. */
  readHistory(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.history, 'history');
  }

  /** All requests of a town, open and closed, a page at a time. */
  readBoard(...functions: LambdaFunction[]): void {
    for (const index of [INDEX.board, INDEX.boardNewest]) this.allowIndex(functions, index, 'board');
  }

  /** What is open of a town, and what was closed since some day. */
  findOpen(...functions: LambdaFunction[]): void {
    const { board } = KEY_KIND;
    const places = [`*#${board}#open`, `*#${board}#closed-*`];
    this.allow(functions, `${this.table.tableArn}/index/${INDEX.board}`, ['Query'], ...places);
  }

  /** Tasks of the staff, open and closed, a page at a time. */
  listTasks(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.board, 'board');
  }

  /** All texts of a town, a page at a time. */
  readTextLog(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.board, 'board');
  }

  /** Texts about one request, with what they say. */
  readTextsOfRequests(...functions: LambdaFunction[]): void {
    this.allowIndex(functions, INDEX.history, 'history');
    this.allowItems(functions, 'text', ['GetItem']);
    this.allowItems(functions, 'inbound', ['GetItem']);
  }

  /** Adds to the audit trail, as every read of personal data by staff does; nobody may change or delete of it. */
  recordAudit(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'audit', ['PutItem']);
  }

  /** Visits are written once and never changed. */
  recordVisits(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'visit', ['PutItem']);
  }

  /** Who has a programme's places, and who waits. */
  readQuotas(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'quota', ['GetItem']);
  }

  keepQuotas(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'quota', ['GetItem', 'PutItem']);
  }

  /** What the desk taught the town's reading, until it is taken over. */
  keepTaught(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'taught', ['DeleteItem', 'PutItem', 'Query']);
  }

  /** Receptions are written once and never changed. */
  recordReceptions(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'reception', ['PutItem']);
  }

  /** Sign links to asks, with a key that the first of them makes. */
  signLinks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'secret', ['GetItem', 'PutItem']);
  }

  checkLinks(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'secret', ['GetItem']);
  }

  /** Issue and take codes that sign staff in; nobody reads one. */
  keepSignInCodes(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'signIn', ['UpdateItem']);
  }

  beginSessions(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'session', ['PutItem']);
  }

  /** Whether a session stands, and its end. */
  checkSessions(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'session', ['DeleteItem', 'GetItem']);
  }

  /** The reports of the recurring systems. */
  readRounds(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'round', ['GetItem', 'Query']);
  }

  /** Whether a round was held, and what it reported. */
  findRounds(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'round', ['GetItem']);
  }

  /** The last round that was held. */
  listRounds(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'round', ['Query']);
  }

  /** Store the report of a round, once. */
  reportRounds(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'round', ['PutItem']);
  }

  saveRounds(...functions: LambdaFunction[]): void {
    this.allowItems(functions, 'round', ['GetItem', 'PutItem']);
  }

  private allowItems(functions: LambdaFunction[], kind: KeyKind, actions: readonly ItemAction[]): void {
    this.allowKinds(functions, [kind], actions);
  }

  /** Kinds that are no use without each other, in one grant. */
  private allowKinds(
    functions: LambdaFunction[],
    kinds: readonly KeyKind[],
    actions: readonly ItemAction[],
  ): void {
    const keys = kinds.map((kind) => `*#${KEY_KIND[kind]}#*`);
    this.allow(functions, this.table.tableArn, actions, ...keys);
  }

  /** All of an index that holds ids of all towns, and nothing else. */
  private lookThrough(functions: LambdaFunction[], index: string): void {
    const resources = [`${this.table.tableArn}/index/${index}`];
    for (const granted of functions)
      granted.addToRolePolicy(new PolicyStatement({ actions: ['dynamodb:Scan'], resources }));
  }

  private allowIndex(functions: LambdaFunction[], index: string, kind: KeyKind): void {
    this.allow(functions, `${this.table.tableArn}/index/${index}`, ['Query'], `*#${KEY_KIND[kind]}#*`);
  }

  private allow(
    functions: LambdaFunction[],
    resource: string,
    actions: readonly ItemAction[],
    ...keys: readonly string[]
  ): void {
    for (const granted of functions) {
      granted.addToRolePolicy(
        new PolicyStatement({
          actions: actions.map((action) => `dynamodb:${action}`),
          resources: [resource],
          conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': keys } },
        }),
      );
    }
  }
}
