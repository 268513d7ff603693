import { type Round, type RoundKind, roundSchema } from '../domain/rounds/round.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { readStored } from './stored.js';
import { key } from './table-keys.js';

/** Above every date. */
const LAST = '~';

const keyOf = (town: string, kind: RoundKind, date: string) => ({ pk: key(town, 'round', kind), sk: date });

/** The runs of the recurring systems, each with its report. */
export class RoundStore {
  constructor(private readonly table: Table) {}

  async find(town: string, kind: RoundKind, date: string): Promise<Round | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, kind, date), ConsistentRead: true });
    return Item && readStored('round', roundSchema, Item);
  }

  /** The last run, by its date. */
  async latest(town: string, kind: RoundKind): Promise<Round | undefined> {
    const [round] = await this.newest(town, kind, 1);
    return round;
  }

  /** The last runs until this date, newest first, this many at most. */
  async newest(town: string, kind: RoundKind, Limit: number, until = LAST): Promise<Round[]> {
    const { Items } = await this.table.query({
      KeyConditionExpression: 'pk = :rounds AND sk <= :until',
      ExpressionAttributeValues: { ':rounds': key(town, 'round', kind), ':until': until },
      ScanIndexForward: false,
      Limit,
    });
    return Items.map((item) => readStored('round', roundSchema, item));
  }

  /** One conditional write: true when nobody wrote since this round was read or, for version 0, there was none. */
  save(round: Round): Promise<boolean> {
    return unlessConditionFails(
      this.table.put({
        Item: {
          ...round,
          ...keyOf(round.town, round.kind, round.date),
          version: round.version + 1,
        },
        ...(round.version === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#version = :read',
              ExpressionAttributeNames: { '#version': 'version' },
              ExpressionAttributeValues: { ':read': round.version },
            }),
      }),
    );
  }
}
