import {
  CODE_MINUTES,
  CODE_PAUSE,
  CODE_TRIES,
  CODES_A_DAY,
  CODES_A_DAY_FROM_STRANGERS,
} from '../domain/access/staff-sign-in.js';
import { type Attributes, type Table, unlessConditionFails, type UpdateInput } from './dynamodb.js';
import { measure } from './metrics.js';
import { key } from './table-keys.js';

/** Whose code it is, and from where it was asked for: each address has a code and tries of its own. */
export interface CodeOwner {
  readonly town: string;
  /** The id of a member of staff, or `request:` and the number of a request. */
  readonly whose: string;
  /** Says nothing of the address to whoever reads it. */
  readonly origin: string;
}

/** When something is counted: `day` is the town's date. */
interface Moment {
  readonly day: string;
  readonly at: number;
}

/** How long it is known that somebody signed in from an address. Seconds. */
const REMEMBERED_SECONDS = 60 * 86_400;

/**
 * Codes that sign staff in, or open a request to its resident: an item for each of them and address, which holds the
 * digest of the latest code and nothing that could be typed in. It is only ever updated, so that who may issue or take
 * a code can read none.
 */
export class SignInCodeStore {
  constructor(private readonly table: Table) {}

  /**
   * Makes this the only code of this address; false where one was sent a moment ago, or too many today. `hasRoom`:
   * counts one more for an address from which nobody signed in yet, where there may be one.
   */
  async issue(
    owner: CodeOwner,
    { digest, day, at }: Moment & { digest: string },
    hasRoom = () => this.countStranger(owner, { day, at }),
  ): Promise<boolean> {
    const counted = await this.count(owner, `from#${owner.origin}`, {
      day,
      at,
      most: CODES_A_DAY,
      pause: CODE_PAUSE,
    });
    if (!counted) return false;
    // Strangers who use up the day keep nobody out who comes from where they signed in before.
    if (counted['known'] !== true && !(await hasRoom())) return false;
    const set = 'SET digest = :digest, triesLeft = :tries, endsAt = :ends';
    return this.update(owner, `from#${owner.origin}`, {
      UpdateExpression: set,
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: {
        ':digest': digest,
        ':tries': CODE_TRIES,
        ':ends': at + CODE_MINUTES * 60_000,
      },
    });
  }

  /**
   * Whether this is the code, in time; then it is worth nothing any more. A wrong one uses up a try. Whatever is wrong,
   * and whosever the number is, it takes the same two calls: how long the answer takes tells nothing.
   */
  async take(owner: CodeOwner, { digest, at }: { digest: string; at: number }): Promise<boolean> {
    const item = `from#${owner.origin}`;
    const isTried = await this.update(owner, item, {
      UpdateExpression: 'SET triesLeft = triesLeft - :one',
      ConditionExpression: 'attribute_exists(digest) AND triesLeft > :none AND endsAt > :at',
      ExpressionAttributeValues: { ':one': 1, ':none': 0, ':at': at },
    });
    const isRight = await this.update(owner, item, {
      UpdateExpression: 'SET known = :yes REMOVE digest',
      ConditionExpression: 'digest = :digest AND endsAt > :at',
      ExpressionAttributeValues: { ':digest': digest, ':at': at, ':yes': true },
    });
    if (!(isTried && isRight)) measure(at, { SignInFailures: 1 });
    return isTried && isRight;
  }

  private async countStranger(owner: CodeOwner, moment: Moment): Promise<boolean> {
    const most = CODES_A_DAY_FROM_STRANGERS;
    return (await this.count(owner, 'day', { ...moment, most, pause: 0 })) !== undefined;
  }

  /** Counts one more of the day, unless there were `most`, or one within the pause; then undefined. */
  private async count(
    owner: CodeOwner,
    item: string,
    { day, at, most, pause }: Moment & { most: number; pause: number },
  ): Promise<Attributes | undefined> {
    const set = 'SET sentAt = :at, #day = :day, expiresAt = :expires, known = if_not_exists(known, :no)';
    const values = {
      ':at': at,
      ':day': day,
      ':expires': Math.floor(at / 1000) + REMEMBERED_SECONDS,
      ':no': false,
      ':paused': at - pause,
      ':one': 1,
    };
    const again = await this.counted(owner, item, {
      UpdateExpression: `${set} ADD sentToday :one`,
      ConditionExpression: '#day = :day AND sentToday < :most AND sentAt <= :paused',
      ExpressionAttributeValues: { ...values, ':most': most },
    });
    return (
      again ??
      this.counted(owner, item, {
        UpdateExpression: `${set}, sentToday = :one`,
        ConditionExpression: 'attribute_not_exists(pk) OR (#day <> :day AND sentAt <= :paused)',
        ExpressionAttributeValues: values,
      })
    );
  }

  private async counted(
    owner: CodeOwner,
    item: string,
    change: Omit<UpdateInput, 'Key'>,
  ): Promise<Attributes | undefined> {
    const updated = this.table.update({
      Key: keyOf(owner, item),
      ...change,
      ExpressionAttributeNames: { '#day': 'day' },
      ReturnValues: 'UPDATED_NEW',
    });
    return (await unlessConditionFails(updated)) ? ((await updated).Attributes ?? {}) : undefined;
  }

  private update(owner: CodeOwner, item: string, change: Omit<UpdateInput, 'Key'>): Promise<boolean> {
    return unlessConditionFails(this.table.update({ Key: keyOf(owner, item), ...change }));
  }
}

const keyOf = ({ town, whose }: CodeOwner, item: string) => ({ pk: key(town, 'signIn', whose), sk: item });
