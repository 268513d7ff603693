import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { GlobalSecondaryIndexProps } from 'aws-cdk-lib/aws-dynamodb';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEX } from '../adapters/table-keys.js';

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
  {
    indexName: INDEX.board,
    partitionKey: text('boardKey'),
    sortKey: text('boardSort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['facts', 'status', 'department'],
  },
  // Nothing is written into it any more, and an empty index costs nothing; without it, a table of before would be refused where it is a folder.
  {
    indexName: 'board-newest',
    partitionKey: text('boardKey'),
    sortKey: text('newestSort'),
    projectionType: ProjectionType.INCLUDE,
    nonKeyAttributes: ['facts', 'status', 'department', 'boardSort'],
  },
];

/** Where the records of a deployment lie. */
export interface Records {
  readonly tableName: string;
  readonly tableArn: string;
}

export interface RequestRecordsProps {
  readonly name: string;
  readonly encryptionKey: Key;
  /** It was there before the stack had it: CloudFormation takes it in, and nothing that fails may take it away. */
  readonly isTakenIn?: boolean;
}

/** Requests, asks, people, texts and the towns' data: one table. */
export class RequestRecords extends Construct implements Records {
  private readonly table: Table;

  constructor(scope: Construct, id: string, { name, encryptionKey, isTakenIn = false }: RequestRecordsProps) {
    super(scope, id);
    // Not TableV2: with a key of our own it cannot be synthesized without naming a region.
    this.table = new Table(this, 'Table', {
      // Named, so that CloudFormation refuses to make another one in its place.
      tableName: name,
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: isTakenIn ? RemovalPolicy.RETAIN : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      timeToLiveAttribute: 'expiresAt',
    });
    for (const index of INDEXES) this.table.addGlobalSecondaryIndex(index);
  }

  get tableName(): string {
    return this.table.tableName;
  }

  get tableArn(): string {
    return this.table.tableArn;
  }
}
