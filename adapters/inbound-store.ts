import * as z from 'zod';
import { ASK_OPTIONS } from '../domain/asks/ask-kinds.js';
import { expiresAfter } from '../domain/personal-data/retention.js';
import type { TownSettings } from '../domain/town/schema.js';
import { contactOfPhone } from './contact.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import type { Reading } from './item-reader.js';
import { key } from './table-keys.js';
import { logKeys } from './text-log-keys.js';

/** The longest that the queues keep a text: a fortnight beside those that failed for good, and one before that. */
const TAKEN_SECONDS = 28 * 86_400;
/** By then whoever took a text in hand is done or failed: longer than the queue hides a delivery. Milliseconds. */
const IN_HAND_FOR = 3_600_000;
/** Longer than any day. */
const GREETED_SECONDS = 2 * 86_400;

/** One delivery of a text by the queue. */
export interface Delivery {
  /** The carrier's message id. */
  readonly id: string;
  /** How often the queue has delivered this message, this time included. */
  readonly round: number;
  /** When it reached the queue. */
  readonly at: number;
}

export interface TakenText {
  /** The carrier's message id. */
  readonly id: string;
  /** E.164. */
  readonly from: string;
  readonly body: string;
  readonly at: number;
  /** The request that it answers. */
  readonly request?: string | undefined;
  /** What it was answered, where that is not stored as a text of its own: the carrier took it. */
  readonly reply?: string | undefined;
  /** An ask of that request keeps the answer by the id of this text, which is found through it. */
  readonly isInAsk?: boolean | undefined;
}

/** An answer that a text of this sender began; the next text goes on with it. */
const begunSchema = z.object({
  /** The ask, by its code. */
  code: z.string(),
  option: z.enum(ASK_OPTIONS),
  note: z.string(),
  /** It was asked whether this was done before its appointment. */
  early: z.literal(true).optional(),
  /** Of no ask: what was commanded, of which its sender was asked whether it is meant so. */
  command: z.string().optional(),
  at: z.number(),
  /** The text that began it. */
  by: z.string(),
  /** The text that went on with it, or had nothing to do with it: none after that does. */
  endedBy: z.string().optional(),
});
export type Begun = z.infer<typeof begunSchema>;

const keyOf = (town: string, message: string) => ({ pk: key(town, 'inbound', message), sk: 'inbound' });

/** Which incoming texts have been acted on. */
export class InboundStore {
  constructor(private readonly table: Table) {}

  /** Whether a text was acted on, to be read beside something else. */
  readingDone(town: string, message: string): Reading<boolean> {
    return { key: keyOf(town, message), read: (item) => item?.['from'] !== undefined };
  }

  /**
   * Takes a text in hand, for the first time or again; undefined while another delivery has it, or once it was acted on.
   * Whoever took it in an earlier round of deliveries is no longer at work: a message comes again only when the time of
   * its function is over.
   */
  async take(town: string, { id, round, at }: Delivery): Promise<'first' | 'again' | undefined> {
    const written = this.table.put({
      Item: { ...keyOf(town, id), round, at, expiresAt: Math.floor(at / 1000) + TAKEN_SECONDS },
      ConditionExpression:
        'attribute_not_exists(pk) OR (attribute_not_exists(#from) AND (#round < :round OR #at < :left))',
      ExpressionAttributeNames: { '#from': 'from', '#round': 'round', '#at': 'at' },
      ExpressionAttributeValues: { ':round': round, ':left': at - IN_HAND_FOR },
      ReturnValues: 'ALL_OLD',
    });
    if (!(await unlessConditionFails(written))) return undefined;
    return (await written).Attributes ? 'again' : 'first';
  }

  /** Lays a text that could not be acted on back, for whichever delivery comes next. */
  async layBack(town: string, { id, round, at }: Delivery): Promise<void> {
    const Item = { ...keyOf(town, id), round: 0, at, expiresAt: Math.floor(at / 1000) + TAKEN_SECONDS };
    await unlessConditionFails(
      this.table.put({
        Item,
        ConditionExpression: 'attribute_not_exists(#from) AND #round = :round',
        ExpressionAttributeNames: { '#from': 'from', '#round': 'round' },
        ExpressionAttributeValues: { ':round': round },
      }),
    );
  }

  /** Whether this is the first text of the day to be answered though it asks for nothing; also when it comes again. */
  async greet(
    town: string,
    contact: string,
    { day, by, at }: { day: string; by: string; at: number },
  ): Promise<boolean> {
    const Item = {
      ...keyOf(town, `greeted ${contact} ${day}`),
      by,
      expiresAt: Math.floor(at / 1000) + GREETED_SECONDS,
    };
    return unlessConditionFails(
      this.table.put({
        Item,
        ConditionExpression: 'attribute_not_exists(pk) OR #by = :by',
        ExpressionAttributeNames: { '#by': 'by' },
        ExpressionAttributeValues: { ':by': by },
      }),
    );
  }

  /** The answer that the sender's last text began, to be read beside something else. */
  readingBegun(town: string, contact: string): Reading<Begun | undefined> {
    return { key: keyOf(town, `begun ${contact}`), read: (item) => item && begunSchema.parse(item) };
  }

  /** Remembers what a text began, in the place of what another began before. */
  async begin(town: string, contact: string, begun: Begun): Promise<void> {
    const Item = {
      ...keyOf(town, `begun ${contact}`),
      ...begun,
      expiresAt: Math.floor(begun.at / 1000) + GREETED_SECONDS,
    };
    await this.table.put({ Item });
  }

  /** Said last: a text that was acted on only in part is taken up again by the queue, and each part is idempotent. */
  async done({ id: town, retention }: TownSettings, { id, at, isInAsk, ...text }: TakenText): Promise<void> {
    const contact = contactOfPhone(town, text.from);
    const Item = {
      ...keyOf(town, id),
      ...text,
      at,
      ...logKeys(town, { direction: 'in', id, at, request: text.request, contact, isInAsk }),
      expiresAt: expiresAfter(retention.texts, at),
    };
    await this.table.put({ Item });
  }
}
