import * as z from 'zod';
import { type Direction, DIRECTIONS } from '../domain/sms/direction.js';
import { type BoardCursor, type BoardPage, BoardPages } from './board-pages.js';
import { factsAre, monthRuns } from './board-query.js';
import type { Table } from './dynamodb.js';
import { INDEX, key } from './table-keys.js';
import {
  answeredBy,
  answersBeside,
  broughtBy,
  type LoggedText,
  loggedAt,
  OF_TEXTS,
  purposeAt,
  replyPurpose,
  TEXT,
  textKey,
  textKeyBefore,
  textsBeside,
  textsOfRequest,
} from './text-log-keys.js';
import { inGroups } from './in-groups.js';

/** How far a text came. */
export type TextState =
  | 'sent'
  | 'gathered'
  | 'held'
  | 'intended'
  | 'unsent'
  | 'capped'
  | 'refused'
  | 'received';

/** A text as it was, with its number and its words. */
export interface LogEntry extends LoggedText {
  readonly at: number;
  /** The other side's number, E.164. */
  readonly number: string;
  readonly body: string;
  readonly request?: string | undefined;
  readonly state: TextState;
}

const positionSchema = z.object({
  facts: z.object({ direction: z.enum(DIRECTIONS), request: z.string().optional() }),
  boardSort: z.string(),
});
type Position = z.infer<typeof positionSchema>;

const textSchema = z.object({
  at: z.number(),
  body: z.string(),
  to: z.string().optional(),
  from: z.string().optional(),
  request: z.string().optional(),
  sent: z.boolean().optional(),
  beyond: z.string().optional(),
  refused: z.boolean().optional(),
  within: z.string().optional(),
  heldKey: z.string().optional(),
});

/** Texts read at a time. */
const AT_ONCE = 10;
/** Texts about one request that are read for its bill: more than the longest story has. */
const MOST_OF_REQUEST = 500;

const itemKey = (town: string, { direction, id }: LoggedText) =>
  direction === 'in' ? { pk: key(town, 'inbound', id), sk: 'inbound' } : textKey(town, id);

const itemSchema = z.object({ pk: z.string(), sk: z.string() });

/** Every text of a town, both ways, for as long as they are kept. */
export class TextLog {
  private readonly pages: BoardPages<Position>;

  constructor(private readonly table: Table) {
    this.pages = new BoardPages(table, {
      row: positionSchema,
      keyOf: (town, sort) => itemKey(town, loggedAt(sort)),
    });
  }

  /** Texts of a span, the latest first. */
  async page(
    town: string,
    span: { from: number; to: number },
    asked: {
      readonly direction?: Direction | undefined;
      readonly after?: BoardCursor | undefined;
      readonly limit: number;
    },
  ): Promise<BoardPage<LogEntry>> {
    const { after, limit, direction } = asked;
    // Replies are found beside what they answer.
    const conditions = factsAre({ direction: direction === 'out' ? undefined : direction });
    const runs = monthRuns(span, OF_TEXTS);
    const { rows, next } = await this.pages.page(town, runs, { conditions, after, limit });
    const logged = rows.map(({ boardSort }) => loggedAt(boardSort));
    const entries = await this.read(town, logged);
    return {
      rows: entries.filter((one) => direction === undefined || one.direction === direction),
      next,
    };
  }

  /** Texts about a request, the latest first. */
  async ofRequest(town: string, request: string): Promise<LogEntry[]> {
    const [beside, elsewhere, asks] = await Promise.all([
      this.table.query({
        KeyConditionExpression: 'pk = :request',
        ExpressionAttributeValues: { ':request': textsBeside(town, request) },
        Limit: MOST_OF_REQUEST,
      }),
      this.elsewhere(town, request),
      this.table.queryAll(answersBeside(town, request)),
    ]);
    const found = beside.Items.flatMap((item) => {
      const id = purposeAt(town, itemSchema.parse(item));
      return entryOf({ direction: 'out', id }, item) ?? [];
    });
    const others = await this.read(town, elsewhere);
    const answers = await this.answersOf(town, request, broughtBy(asks));
    const isNew = ({ id }: LogEntry): boolean => !others.some((one) => one.id === id);
    return [...found, ...others, ...answers.filter(isNew)].toSorted((one, other) => other.at - one.at);
  }

  /** The texts that brought answers, and their replies. One that answered several is about the first of their requests. */
  private async answersOf(town: string, request: string, ids: readonly string[]): Promise<LogEntry[]> {
    const texts = await inGroups(ids, AT_ONCE, (id) => this.cameIn(town, id));
    return texts
      .filter((entries) => entries.some((one) => one.direction === 'in' && one.request === request))
      .flat();
  }

  private async elsewhere(town: string, request: string): Promise<LoggedText[]> {
    const { Items } = await this.table.query({
      IndexName: INDEX.history,
      KeyConditionExpression: 'historyKey = :request AND begins_with(historySort, :text)',
      ExpressionAttributeValues: { ':request': textsOfRequest(town, request), ':text': TEXT },
      ScanIndexForward: false,
      Limit: MOST_OF_REQUEST,
    });
    const logged = z.array(z.object({ historySort: z.string() })).parse(Items);
    return logged.map(({ historySort }) => loggedAt(historySort.slice(TEXT.length)));
  }

  /** Undefined when it is kept no more. */
  async find(town: string, text: LoggedText): Promise<LogEntry | undefined> {
    const message = text.direction === 'in' ? text.id : answeredBy(text.id);
    for (const keyOf of text.direction === 'in' ? [] : [textKey, textKeyBefore]) {
      const { Item } = await this.table.get({ Key: keyOf(town, text.id) });
      if (Item) return entryOf(text, Item);
    }
    if (message === undefined) return undefined;
    return (await this.cameIn(town, message)).find(({ direction }) => direction === text.direction);
  }

  private async read(town: string, logged: readonly LoggedText[]): Promise<LogEntry[]> {
    const found = await inGroups(logged, AT_ONCE, async (one) =>
      one.direction === 'in' ? this.cameIn(town, one.id) : [await this.find(town, one)],
    );
    return found.flat().flatMap((entry) => entry ?? []);
  }

  /** A text that came in, behind the reply to it, which came later: it lies in the same item, or by itself. */
  private async cameIn(town: string, message: string): Promise<LogEntry[]> {
    const text: LoggedText = { direction: 'in', id: message };
    const { Item } = await this.table.get({ Key: itemKey(town, text) });
    const reply: LoggedText = { direction: 'out', id: replyPurpose(message) };
    const said =
      Item?.['reply'] === undefined
        ? entryOf(reply, (await this.table.get({ Key: itemKey(town, reply) })).Item)
        : entryOf(reply, { ...Item, body: Item['reply'], sent: true });
    return [said, entryOf(text, Item)].flatMap((entry) => entry ?? []);
  }
}

function entryOf({ direction, id }: LoggedText, item: unknown): LogEntry | undefined {
  // A text that was taken before texts were logged has no words.
  const { success, data } = textSchema.safeParse(item);
  if (!success) return undefined;
  const { at, body, to, from, request } = data;
  return { direction, id, at, body, request, number: to ?? from ?? '', state: stateOf(direction, data) };
}

function stateOf(
  direction: Direction,
  { sent, within, beyond, refused, heldKey }: z.infer<typeof textSchema>,
): TextState {
  if (direction === 'in') return 'received';
  if (sent === true) return within === undefined ? 'sent' : 'gathered';
  if (refused === true) return 'refused';
  if (sent === false) return beyond === undefined ? 'unsent' : 'capped';
  return heldKey === undefined ? 'intended' : 'held';
}
