import * as z from 'zod';
import { remindedSchema } from '../domain/request/record.js';
import { expiresAfter } from '../domain/personal-data/retention.js';
import type { Town } from '../domain/town/schema.js';
import { contactOfPhone } from './contact.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { INDEX, key, timeSort } from './table-keys.js';
import { isFromBefore, logKeys, purposeAt, textKey, textKeyBefore } from './text-log-keys.js';

/**
 * How long a text that somebody set out to send is left to them: longer than a function may run, and than Lambda takes
 * to run one again that ran out of time, with the same event. Milliseconds.
 */
const CLAIMED_FOR = 600_000;

const textSchema = z.object({
  /** Names what the text is for, for example `7Q3K9M2X/answered:3/0`; the same purpose is never texted twice. */
  purpose: z.string(),
  /** E.164. */
  to: z.string(),
  body: z.string(),
  at: z.number(),
  /** The request it is about, whoever is told. */
  request: z.string().optional(),
  /** The request it tells its resident about: a resident can stop the texts of one request. */
  about: z.string().optional(),
  /** The ask it puts: one that waits until morning is not sent when somebody else has answered by then. */
  ask: z.object({ of: z.enum(['request', 'task']), subject: z.string(), n: z.number() }).optional(),
  /** The appointment it reminds of, at a time of its own: it waits until then, and is dropped if that was changed. */
  reminds: remindedSchema.optional(),
  /** Its line in the daily summary of whoever prefers one. */
  brief: z.string().optional(),
  /**
   * Why it is sent in the quiet hours too: it is about an emergency, stands beside one, is about what may be one
   * because nobody has placed it yet, or it answers what somebody just texted, or asked for on a page. Absent: it
   * waits.
   */
  atOnce: z.enum(['emergency', 'beside', 'unplaced', 'reply']).optional(),
  /** The incoming text to which it is the reply, by the carrier's id: the log finds it beside that. */
  answers: z.string().optional(),
  /** It counts against the day's caps already, and waits once more. */
  counted: z.literal(true).optional(),
  /** Since when the carrier refuses it. */
  refusedAt: z.number().optional(),
  /** Where it was stored before texts about the same lay together: it stays there. */
  sk: z
    .string()
    .optional()
    .transform((sk) => (isFromBefore(sk) ? sk : undefined)),
});
/** A text and what it is for. */
export type StoredText = z.input<typeof textSchema>;

/** Until when a text waits, and whether for the summary of whoever gets it. */
export interface Held {
  readonly until: number;
  readonly gathered: boolean;
}

/** It waits for the carrier, in its place since this moment; others wait behind it unless it alone was refused. */
export interface Undelivered {
  readonly since: number;
  readonly refused: boolean;
}

/**
 * The purposes of the texts of a town that wait for the carrier, in the order of sending: the urgent ones, then the
 * longest waiting.
 */
export interface UndeliveredTexts {
  readonly waiting: readonly string[];
  readonly refused: readonly string[];
}

/** The texts of a town whose wait is over: the purpose of each, and those gathered for a summary, by person and day. */
export interface DueTexts {
  readonly texts: readonly string[];
  readonly summaries: readonly (readonly string[])[];
  /** No more was held until now. */
  readonly isAll: boolean;
}

/** Sent, or part of a summary; or never to be sent: beyond a cap, refused by the carrier, or no longer needed. */
type Outcome =
  | { readonly sent: true; readonly within?: string }
  | { readonly sent: false; readonly beyond?: 'number' | 'town'; readonly refused?: true };

/** Whether a text is none yet, waits, or was sent or never will be. */
export type Standing = 'new' | 'again' | 'settled';

/** Texts by what they are for: stored while they wait, and once it is known what became of them. */
export class TextStore {
  constructor(private readonly table: Table) {}

  /** A text to be sent at once. One whose function ended while sending counts as new: only its result is stored. */
  async standing(town: string, purpose: string): Promise<Standing> {
    const keys = [textKey(town, purpose), textKeyBefore(town, purpose)];
    const [now, before] = await Promise.all(keys.map((Key) => this.table.get({ Key, ConsistentRead: true })));
    const Item = now?.Item ?? before?.Item;
    if (Item === undefined) return 'new';
    return Item['sent'] === undefined ? 'again' : 'settled';
  }

  /** Lays a text by until later; where it was laid by before, it now waits in this place. */
  async intend(town: Town, text: StoredText, later: Held | Undelivered): Promise<Standing> {
    const written = this.table.put({
      Item: { ...itemOf(town, text), ...placeOf(town.settings.id, text, later) },
      ConditionExpression: 'attribute_not_exists(sent)',
      ReturnValues: 'ALL_OLD',
    });
    if (!(await unlessConditionFails(written))) return 'settled';
    return (await written).Attributes === undefined ? 'new' : 'again';
  }

  /** The text was sent, or never will be: nobody needs it any more, or it was beyond a cap. */
  async settle(town: Town, text: StoredText, outcome: Outcome): Promise<void> {
    const Item = { ...itemOf(town, text), ...outcome };
    await this.table.put({ Item });
  }

  /**
   * The texts of a town that were held until now or earlier, at most so many of either kind, the longest held first.
   */
  async due(town: string, at: number, limit: number): Promise<DueTexts> {
    const [texts, summaries] = await Promise.all([
      this.heldUntil(town, 'texts', at, limit),
      this.heldUntil(town, 'summaries', at, limit),
    ]);
    const byPerson = [...groupedBy(summaries.places, ({ person }) => person).values()];
    // Whoever gets a summary gets all of it: one that may go on behind what was read waits for the next turn, unless it
    // is all that was read.
    const whole = summaries.isAll || byPerson.length === 1 ? byPerson : byPerson.slice(0, -1);
    return {
      texts: purposesOf(texts.places),
      summaries: whole.map(purposesOf),
      isAll: texts.isAll && summaries.isAll,
    };
  }

  private async heldUntil(town: string, which: 'texts' | 'summaries', at: number, limit: number) {
    const { Items, LastEvaluatedKey } = await this.table.query({
      IndexName: INDEX.held,
      KeyConditionExpression: 'heldKey = :held AND heldSort < :now',
      ExpressionAttributeValues: {
        ':held': key(town, 'held', which),
        ':now': timeSort('text', at + 1, ''),
      },
      Limit: limit,
    });
    return { places: z.array(heldPlaceSchema).parse(Items), isAll: LastEvaluatedKey === undefined };
  }

  /** Whether texts of this town wait for the carrier: others then wait behind them. */
  async isCarrierAwaited(town: string): Promise<boolean> {
    return (await this.awaiting(town, 'texts', 1)).length > 0;
  }

  /**
   * The texts of a town that wait for its carrier, and those that the carrier refuses, at most so many of either. Empty
   * while all is well.
   */
  async undelivered(town: string, limit: number): Promise<UndeliveredTexts> {
    const of = async (which: 'texts' | 'refused'): Promise<string[]> =>
      z
        .array(placeSchema)
        .parse(await this.awaiting(town, which, limit))
        .map(purposeOf);
    const [waiting, refused] = await Promise.all([of('texts'), of('refused')]);
    return { waiting, refused };
  }

  private async awaiting(town: string, which: 'texts' | 'refused', limit: number) {
    const { Items } = await this.table.query({
      IndexName: INDEX.unstarted,
      KeyConditionExpression: 'unstartedKey = :undelivered',
      ExpressionAttributeValues: { ':undelivered': undeliveredKey(town, which) },
      Limit: limit,
    });
    return Items;
  }

  /**
   * Takes a text that waits in hand; undefined when it is settled, or somebody else has it in hand. `again`: it was
   * taken in hand before, and could not be sent.
   */
  async claim(
    town: string,
    purpose: string,
    at: number,
  ): Promise<{ text: StoredText; again: boolean } | undefined> {
    return (
      (await this.claimAt(textKey(town, purpose), at)) ??
      (await this.claimAt(textKeyBefore(town, purpose), at))
    );
  }

  private async claimAt(Key: TextKey, at: number) {
    const written = this.table.update({
      Key,
      UpdateExpression: 'SET claimedAt = :at',
      ConditionExpression:
        '(attribute_exists(heldKey) OR attribute_exists(unstartedKey)) AND (attribute_not_exists(claimedAt) OR claimedAt < :left)',
      ExpressionAttributeValues: { ':at': at, ':left': at - CLAIMED_FOR },
      ReturnValues: 'ALL_OLD',
    });
    if (!(await unlessConditionFails(written))) return undefined;
    const { Attributes } = await written;
    return { text: textSchema.parse(Attributes), again: Attributes?.['claimedAt'] !== undefined };
  }
}

type TextKey = ReturnType<typeof textKey>;
const placeSchema = z.object({ pk: z.string(), sk: z.string() });
/** A place in the index of held texts: its keys say the purpose and, of gathered ones, for which moment and whom. */
const heldPlaceSchema = placeSchema.extend({ heldSort: z.string() }).transform(({ heldSort, ...place }) => ({
  purpose: purposeOf(place),
  person: heldSort.split('#').slice(0, 3).join('#'),
}));

function purposeOf(place: TextKey): string {
  const town = place.pk.slice(0, place.pk.indexOf('#'));
  return purposeAt(town, place);
}

const purposesOf = (places: readonly { readonly purpose: string }[]): string[] =>
  places.map(({ purpose }) => purpose);

function groupedBy<One>(all: readonly One[], groupOf: (one: One) => string): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(groupOf(one));
    if (group) group.push(one);
    else groups.set(groupOf(one), [one]);
  }
  return groups;
}

function itemOf({ settings: { id: town, retention }, staff }: Town, text: StoredText) {
  const { purpose, at, request, to, answers, sk } = text;
  const isStaff = staff.some(({ phone }) => phone === to);
  return {
    ...text,
    ...(isFromBefore(sk) ? textKeyBefore : textKey)(town, purpose),
    ...logKeys(town, {
      direction: 'out',
      id: purpose,
      at,
      request,
      answers,
      sk,
      contact: isStaff ? undefined : contactOfPhone(town, to),
    }),
    expiresAt: expiresAfter(retention.texts, at),
  };
}

const undeliveredKey = (town: string, which: 'texts' | 'refused'): string => key(town, 'unstarted', which);

/**
 * Texts that wait for the same moment are sent in the order in which they came up; those gathered for a summary lie
 * together by person.
 */
function placeOf(town: string, { at, to, purpose, atOnce }: StoredText, later: Held | Undelivered) {
  const order = `${at}#${purpose}`;
  if ('since' in later)
    return {
      unstartedKey: undeliveredKey(town, later.refused ? 'refused' : 'texts'),
      unstartedSort: timeSort(atOnce === 'emergency' ? 'alarm' : 'text', later.since, order),
    };
  return later.gathered
    ? {
        heldKey: key(town, 'held', 'summaries'),
        heldSort: timeSort('text', later.until, `${contactOfPhone(town, to)}#${order}`),
      }
    : { heldKey: key(town, 'held', 'texts'), heldSort: timeSort('text', later.until, order) };
}
