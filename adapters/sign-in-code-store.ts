import { CODE_MINUTES, CODE_PAUSE, CODE_TRIES, CODES_A_DAY } from '../domain/access/staff-sign-in.js';
import { type Table, unlessConditionFails, type UpdateInput } from './dynamodb.js';
import { key } from './table-keys.js';

/** Whose code it is. */
export interface CodeOwner {
  readonly town: string;
  readonly staff: string;
}

/** How many codes somebody was sent counts for the day; then the item may go. Seconds. */
const REMEMBERED_SECONDS = 2 * 86_400;

/**
 * Codes that sign staff in: one item a person, which holds the digest of the latest code and nothing that could be typed in. It is
 * only ever updated, so that who may issue or take a code can read none.
 */
export class SignInCodeStore {
  constructor(private readonly table: Table) {}

  /** Makes this the only code; false where one was sent a moment ago, or too many today (`day`, the town's date). */
  async issue(
    owner: CodeOwner,
    { digest, day, at }: { digest: string; day: string; at: number },
  ): Promise<boolean> {
    const set =
      'SET digest = :digest, triesLeft = :tries, endsAt = :ends, sentAt = :at, #day = :day, expiresAt = :expires';
    const values = {
      ':digest': digest,
      ':tries': CODE_TRIES,
      ':ends': at + CODE_MINUTES * 60_000,
      ':at': at,
      ':day': day,
      ':expires': Math.floor(at / 1000) + REMEMBERED_SECONDS,
      ':paused': at - CODE_PAUSE,
      ':one': 1,
    };
    const again = await this.update(owner, {
      UpdateExpression: `${set} ADD sentToday :one`,
      ConditionExpression: '#day = :day AND sentToday < :most AND sentAt <= :paused',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: { ...values, ':most': CODES_A_DAY },
    });
    if (again) return true;
    return this.update(owner, {
      UpdateExpression: `${set}, sentToday = :one`,
      ConditionExpression: 'attribute_not_exists(pk) OR (#day <> :day AND sentAt <= :paused)',
      ExpressionAttributeNames: { '#day': 'day' },
      ExpressionAttributeValues: values,
    });
  }

  /** Whether this is the code, in time; then it is worth nothing any more. A wrong one uses up a try. */
  async take(owner: CodeOwner, { digest, at }: { digest: string; at: number }): Promise<boolean> {
    const tried = await this.update(owner, {
      UpdateExpression: 'SET triesLeft = triesLeft - :one',
      ConditionExpression: 'attribute_exists(digest) AND triesLeft > :none AND endsAt > :at',
      ExpressionAttributeValues: { ':one': 1, ':none': 0, ':at': at },
    });
    if (!tried) return false;
    return this.update(owner, {
      UpdateExpression: 'REMOVE digest',
      ConditionExpression: 'digest = :digest',
      ExpressionAttributeValues: { ':digest': digest },
    });
  }

  private update({ town, staff }: CodeOwner, change: Omit<UpdateInput, 'Key'>): Promise<boolean> {
    const Key = { pk: key(town, 'signIn', staff), sk: 'code' };
    return unlessConditionFails(this.table.update({ Key, ...change }));
  }
}
