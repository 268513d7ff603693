import * as z from 'zod';
import { ASK_OPTIONS } from '../domain/asks/ask-kinds.js';
import { expiresAfter } from '../domain/personal-data/retention.js';
import type { TownSettings } from '../domain/town/schema.js';
import { contactOfPhone } from './contact.js';
import { type Attributes, type Table, unlessConditionFails } from './dynamodb.js';
import type { Reading } from './item-reader.js';
import { key } from './table-keys.js';
import { logKeys } from './text-log-keys.js';

/** The longest that the queues keep a text: a fortnight beside those that failed for good, and one before that. */
const TAKEN_SECONDS = 28 * 86_400;
/** By then whoever took a text in hand is done or failed: longer than the queue hides a delivery. Milliseconds. */
const IN_HAND_FOR = 3_600_000;
/** As long as whoever acts on a text mostly takes. Milliseconds. */
const MOMENT = 250;
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

/** A text that was taken in hand. */
export interface InHand extends Delivery {
  /** Of the delivery that has it in hand; 0: it was laid back. */
  readonly round: number;
  /** How often it failed by itself. */
  readonly broke: number;
}

/** The item of a sender has an attribute for each text that was taken in hand, until a later one finds it done. */
const inHandOf = (town: string, contact: string) => keyOf(town, `in-hand ${contact}`);
const OF_TEXT = 'text ';
const inHandSchema = z.object({ round: z.number(), at: z.number(), broke: z.number() });

const inHandIn = (item: Attributes | undefined): readonly InHand[] =>
  Object.entries(item ?? {}).flatMap(([name, value]) =>
    name.startsWith(OF_TEXT) ? [{ id: name.slice(OF_TEXT.length), ...inHandSchema.parse(value) }] : [],
  );

/** Which incoming texts have been acted on. */
export class InboundStore {
  constructor(private readonly table: Table) {}

  /** Whether a text was acted on, to be read beside something else. `begun`: it was taken in hand before December 2026. */
  readingStanding(town: string, message: string): Reading<'new' | 'begun' | 'done'> {
    return {
      key: keyOf(town, message),
      read: (item) => (item?.['from'] !== undefined ? 'done' : item === undefined ? 'new' : 'begun'),
    };
  }

  /** The texts of a sender that were taken in hand lately, to be read beside something else; some may be done. */
  readingInHand(town: string, contact: string): Reading<readonly InHand[]> {
    return { key: inHandOf(town, contact), read: inHandIn };
  }

  /**
   * Takes a text in hand; undefined while another delivery has it. Whoever took it in an earlier round of deliveries is no
   * longer at work: a message comes again only when the time of its function is over. All texts of a sender lie in one item,
   * so that each sees those before it; what came back are the others, and whether this one was taken before.
   */
  async take(
    town: string,
    contact: string,
    { id, round, at }: Delivery,
    { done, broke }: { readonly done: readonly string[]; readonly broke: number },
  ): Promise<{ readonly isFirst: boolean; readonly others: readonly InHand[] } | undefined> {
    const gone = done.map((_one, n) => `#done${n}`);
    const written = this.table.update({
      Key: inHandOf(town, contact),
      UpdateExpression: [
        'SET #text = :text, #at = :at, expiresAt = :expiresAt',
        ...(gone.length > 0 ? [`REMOVE ${gone.join(', ')}`] : []),
      ].join(' '),
      ConditionExpression: 'attribute_not_exists(#text) OR #text.#round < :round OR #text.#at < :left',
      ExpressionAttributeNames: {
        '#text': OF_TEXT + id,
        '#round': 'round',
        '#at': 'at',
        ...Object.fromEntries(done.map((one, n) => [`#done${n}`, OF_TEXT + one])),
      },
      ExpressionAttributeValues: {
        ':text': { round, at, broke },
        ':round': round,
        ':at': at,
        ':left': at - IN_HAND_FOR,
        ':expiresAt': Math.floor(at / 1000) + TAKEN_SECONDS,
      },
      ReturnValues: 'ALL_OLD',
    });
    if (!(await unlessConditionFails(written))) return undefined;
    const before = inHandIn((await written).Attributes);
    return {
      isFirst: before.every((one) => one.id !== id),
      others: before.filter((one) => one.id !== id && !done.includes(one.id)),
    };
  }

  /** Passes while another delivery acts on a text. */
  moment(): Promise<void> {
    return new Promise((done) => {
      setTimeout(done, MOMENT);
    });
  }

  /** Lays a text that was not acted on back, for whichever delivery comes next. `itself`: nothing else is to blame. */
  async layBack(
    town: string,
    contact: string,
    { id, round }: Delivery,
    { itself }: { readonly itself: boolean },
  ): Promise<void> {
    await unlessConditionFails(
      this.table.update({
        Key: inHandOf(town, contact),
        UpdateExpression: 'SET #text.#round = :none, #text.#broke = #text.#broke + :more',
        ConditionExpression: '#text.#round = :round',
        ExpressionAttributeNames: { '#text': OF_TEXT + id, '#round': 'round', '#broke': 'broke' },
        ExpressionAttributeValues: { ':none': 0, ':round': round, ':more': itself ? 1 : 0 },
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
