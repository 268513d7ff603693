import * as z from 'zod';
import { agreedSchema } from '../domain/appointments/moment.js';
import { ASK_OPTIONS } from '../domain/asks/ask-kinds.js';
import { verdictSchema } from '../domain/asks/verdict.js';
import { plannedAskSchema } from '../domain/asks/planned-ask.js';
import { saidSchema } from '../domain/request/said.js';
import { MILESTONES } from '../domain/town/field-schemas.js';
import { type Attributes, type Table, unlessConditionFails } from './dynamodb.js';
import type { Reading } from './item-reader.js';
import { readStored } from './stored.js';
import { askSort, asksBeside, INDEX, joinSort, key, timeSort } from './table-keys.js';

/**
 * Asks of one person looked at to find what a text answers. What nobody has answered (the overdue ones too) and what
 * was answered are counted apart, so that a busy desk's open asks are not lost behind all that it has settled since.
 */
const UNANSWERED = 100;
const ANSWERED = 20;
/** Asks of one person read in one go to find both; who has so many that this is not enough is rare. */
const AT_ONCE = 40;

const answerSchema = z.object({
  /** The last five are given by the system, not by a person; `undone` when what led to the ask was taken back. */
  option: z.enum([...ASK_OPTIONS, 'withdrawn', 'superseded', 'corrected', 'closed', 'undone']),
  by: z.string(),
  note: z.string().optional(),
  /** Aid given, where it was stated as a number of its own. */
  yuan: z.number().optional(),
  /** The date and time that its words agree on. */
  agreed: agreedSchema.optional(),
  /** What its words say of what was asked. */
  said: saidSchema.optional(),
  /** The resident's verdict at closure. */
  verdict: verdictSchema.optional(),
  /** How far whoever answers an emergency says to be. */
  milestone: z.enum(MILESTONES).optional(),
  at: z.number(),
  /** The message or submission that brought the answer: the same one again changes nothing. */
  key: z.string(),
});
export type RecordedAnswer = z.infer<typeof answerSchema>;

export const askItemSchema = z.object({
  town: z.string(),
  /** Whether it is put for a request or for a task of the staff, and the number of that. */
  of: z.enum(['request', 'task']),
  subject: z.string(),
  n: z.number().int(),
  code: z.string(),
  kind: plannedAskSchema.shape.kind,
  options: plannedAskSchema.shape.options,
  until: z.number(),
  askedAt: z.number(),
  state: z.enum(['open', 'answered']),
  /** Whom it was put to: `staff:<id>` or the resident's hashed phone. Absent for a joined report. */
  contact: z.string().optional(),
  /** Set when a joined report waits for this request. */
  waitsFor: z.string().optional(),
  /** The stage and the step of a programme that it is part of. */
  stage: z.number().int().optional(),
  step: z.string().optional(),
  /** The table of digits that its text offered: `DIGITS`; absent where it was sent before there was one. */
  digits: z.literal('one-meaning').optional(),
  token: z.string(),
  /**
   * The waiting task is told what follows from the answer. Absent where it is told the option and asks what follows.
   */
  hears: z.literal('next').optional(),
  answer: answerSchema.optional(),
});
export type AskItem = z.infer<typeof askItemSchema>;

const openAskSchema = askItemSchema.omit({
  digits: true,
  token: true,
  hears: true,
  answer: true,
  town: true,
  contact: true,
  waitsFor: true,
});
export interface AskOfContact extends z.infer<typeof openAskSchema> {
  readonly town: string;
  readonly contact: string;
}

/** The facts about an ask that are needed to record its answer. */
export type Answerable = Pick<AskItem, 'town' | 'of' | 'subject' | 'n' | 'askedAt' | 'contact' | 'waitsFor'>;

const contactSort = (kind: 'ask' | 'answered', ask: Pick<AskItem, 'subject' | 'n' | 'askedAt'>): string =>
  timeSort(kind, ask.askedAt, `${ask.subject}-${ask.n}`);

type AskKey = Pick<AskItem, 'town' | 'of' | 'subject' | 'n' | 'waitsFor'>;

/** An ask lies beside the request or the task it is put for; a report that was joined lies beside the first one, which closes it. */
const itemKeyOf = (ask: AskKey) =>
  ask.waitsFor === undefined
    ? { pk: key(ask.town, ask.of, ask.subject), sk: askSort(ask.n) }
    : { pk: key(ask.town, 'request', ask.waitsFor), sk: joinSort(ask.subject) };

const askIn = (item: Attributes | undefined): AskItem | undefined =>
  item && readStored('ask', askItemSchema, item);

/** Asks: what was put to whom, the task that waits for it, and its answer. */
export class AskStore {
  constructor(private readonly table: Table) {}
  async find(ask: AskKey): Promise<AskItem | undefined> {
    const { Item } = await this.table.get({ Key: itemKeyOf(ask), ConsistentRead: true });
    return askIn(Item);
  }

  /** An ask, to be read beside something else. */
  reading(ask: AskKey): Reading<AskItem | undefined> {
    return { key: itemKeyOf(ask), read: askIn };
  }

  /**
   * Puts an ask, or gives one that is still open its newest token (the workflow retried). Answers what is stored:
   * an ask that was answered stays as it is.
   */
  async put(ask: AskItem): Promise<AskItem> {
    const { contact } = ask;
    const index =
      contact === undefined
        ? {}
        : {
            contactKey: key(ask.town, 'contact', contact),
            contactSort: contactSort('ask', ask),
          };
    const stored = await unlessConditionFails(
      this.table.put({
        Item: { ...ask, ...index, ...itemKeyOf(ask) },
        ConditionExpression: 'attribute_not_exists(pk) OR #state = :open OR #n <> :n',
        ExpressionAttributeNames: { '#state': 'state', '#n': 'n' },
        ExpressionAttributeValues: { ':open': 'open', ':n': ask.n },
      }),
    );
    if (stored) return ask;
    return (await this.find(ask)) ?? ask;
  }

  /**
   * Records the answer of an open ask; the ask that comes back has the newest token, should the workflow have retried
   * since `ask` was read. `taken` means it is this answer that stands, also when it was recorded before
   * under the same key; otherwise `ask` shows the answer that came first.
   */
  async answer(
    ask: Answerable,
    answer: RecordedAnswer,
  ): Promise<{ taken: true; ask: AskItem } | { taken: false; ask: AskItem | undefined }> {
    // Only what was put to a person is found by person.
    const moved = ask.contact === undefined ? {} : { ':sort': contactSort('answered', ask) };
    const written = this.table.update({
      Key: itemKeyOf(ask),
      UpdateExpression: `SET #state = :answered, answer = :answer${ask.contact === undefined ? '' : ', contactSort = :sort'}`,
      ConditionExpression: '#state = :open',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':answered': 'answered', ':open': 'open', ':answer': answer, ...moved },
      ReturnValues: 'ALL_NEW',
    });
    if (await unlessConditionFails(written)) {
      return { taken: true, ask: readStored('ask', askItemSchema, (await written).Attributes ?? {}) };
    }
    const stored = await this.find(ask);
    return stored?.answer?.key === answer.key ? { taken: true, ask: stored } : { taken: false, ask: stored };
  }

  /** Every ask beside a request, joined reports that wait for it included. */
  async ofRequest(town: string, request: string): Promise<AskItem[]> {
    const items = await this.table.queryAll({ ...asksBeside(town, request), ConsistentRead: true });
    return items.map((item) => readStored('ask', askItemSchema, item));
  }

  /** The latest asks put to a person, unanswered and answered. */
  async ofContact(town: string, contact: string): Promise<AskOfContact[]> {
    // Unanswered asks sort behind answered ones, so that they come first.
    const latest = await this.latest(town, contact, ['answered', 'ask'], AT_ONCE);
    const answered = latest.filter(({ state }) => state === 'answered').length;
    if (latest.length < AT_ONCE || answered >= ANSWERED) return latest;
    const apart = await Promise.all([this.unanswered(town, contact), this.answered(town, contact)]);
    return apart.flat();
  }

  /** Of these what nobody has answered, the overdue ones too. */
  unanswered(town: string, contact: string): Promise<AskOfContact[]> {
    return this.latest(town, contact, ['ask', 'ask'], UNANSWERED);
  }

  /** Of these what was answered. */
  answered(town: string, contact: string): Promise<AskOfContact[]> {
    return this.latest(town, contact, ['answered', 'answered'], ANSWERED);
  }

  /** From the last of one kind to the first of another, in the order of the index. */
  private async latest(
    town: string,
    contact: string,
    [low, high]: readonly ['ask' | 'answered', 'ask' | 'answered'],
    Limit: number,
  ): Promise<AskOfContact[]> {
    const { Items } = await this.table.query({
      IndexName: INDEX.byContact,
      KeyConditionExpression: 'contactKey = :contact AND contactSort BETWEEN :low AND :high',
      ExpressionAttributeValues: {
        ':contact': key(town, 'contact', contact),
        ':low': `${low}#`,
        ':high': `${high}#~`,
      },
      ScanIndexForward: false,
      Limit,
    });
    return z
      .array(openAskSchema)
      .parse(Items)
      .map((ask) => ({ ...ask, town, contact }));
  }
}
