import * as z from 'zod';
import { withoutWords } from '../domain/task/without-words.js';
import type { RequestFacts } from '../domain/request/facts.js';
import { floodSchema } from '../domain/flood/flood.js';
import { contactOfPhone } from './contact.js';
import { closedRuns } from './board-query.js';
import { type Attributes, type Table, unlessConditionFails } from './dynamodb.js';
import { historyQuery, type Span } from './history-store.js';
import { AUDITED_REQUEST, INDEX, key, PUBLISHED_LIST } from './table-keys.js';
import { TaskStore } from './task-store.js';
import {
  answersBeside,
  broughtBy,
  replyPurpose,
  TEXT,
  textKey,
  textKeyBefore,
  textsBeside,
  textsOfNumber,
  textsOfRequest,
} from './text-log-keys.js';
import { inGroups } from './in-groups.js';

const keySchema = z.object({ pk: z.string(), sk: z.string() });
type Place = z.infer<typeof keySchema>;
const taskRowSchema = z.object({ pk: z.string(), facts: z.object({ request: z.string().optional() }) });
/** A visit is recorded within moments of the request that it led to. */
const MOMENTS = 60_000;
/** Of items that lie apart, so many are deleted side by side. */
const AT_ONCE = 10;

const reporterSchema = z.object({
  lastAt: z.number(),
  report: z.object({ person: z.object({ phone: z.string() }) }),
});

/** Erases what lies beside a request, or is kept of a number, wherever that is. Done again it finds what is left. */
export class ErasedItems {
  private readonly tasks: TaskStore;

  constructor(private readonly table: Table) {
    this.tasks = new TaskStore(table);
  }

  /** Whether a text about a request still waits, besides those that ask, remind or tell its resident. */
  async isToBeTold(town: string, request: string): Promise<boolean> {
    for (const Key of await this.textsAbout(town, request)) {
      if (!Key.pk.startsWith(key(town, 'text', ''))) continue;
      const { Item = {} } = await this.table.get({ Key, ConsistentRead: true });
      const waits = 'heldKey' in Item || 'unstartedKey' in Item;
      if (waits && !['ask', 'reminds', 'about'].some((use) => use in Item)) return true;
    }
    return false;
  }

  /** All that is kept of a request in other items than its own: its person last, for then nothing else is left. */
  async besideRequest(town: string, { id, createdAt, grid }: RequestFacts, at: number): Promise<void> {
    await this.partition(key(town, 'photo', id));
    await this.delete({ pk: key(town, 'published', PUBLISHED_LIST), sk: id });
    await this.partition(key(town, 'published', id));
    await this.delete({ pk: key(town, 'workPhotos', id), sk: 'work-photos' });
    await this.texts(town, await this.textsAbout(town, id));
    await this.partition(key(town, 'request', id), ({ sk }) => sk !== 'record');
    await this.partition(key(town, 'audit', AUDITED_REQUEST + id));
    await this.partition(key(town, 'signIn', `request:${id}`));
    await this.delete({ pk: key(town, 'taught', 'examples'), sk: id });
    await this.wordsOfVisit(town, id, { grid, at: createdAt });
    await this.wordsOfTasks(town, id, { from: createdAt, to: at + 1 });
    await this.person(town, id, at);
  }

  /** Erases whoever stands beside a request; that somebody was erased stays, so that nobody is stored there again. */
  async person(town: string, request: string, at: number): Promise<void> {
    await this.table.put({ Item: { pk: key(town, 'person', request), sk: 'person', erasedAt: at } });
  }

  /**
   * Erases everything under a number besides its requests, up to a moment; whether it wants texts at all stays, by its
   * hash. False where a danger is left that the duty desk has not decided: somebody may be in it.
   */
  async ofNumber(town: string, contact: string, until: number): Promise<boolean> {
    await this.texts(town, await this.textsAt(town, textsOfNumber(town, contact), until));
    for (const what of ['begun', 'in-hand'])
      await unlessConditionFails(
        this.table.delete({
          Key: { pk: key(town, 'inbound', `${what} ${contact}`), sk: 'inbound' },
          ConditionExpression: '#at <= :until',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':until': until },
        }),
      );
    await this.table.update({
      Key: { pk: key(town, 'phone', contact), sk: 'choice' },
      UpdateExpression: 'REMOVE muted, summary',
    });
    return this.floods(town, contact, until);
  }

  /** The words of visits or receptions of a grid in a span; that there was one stays. */
  async wordsOf(town: string, kind: 'visit' | 'reception', grid: number, span: Span): Promise<void> {
    for (const { pk, sk } of await this.inHistory(town, kind, grid, span))
      await this.removeNote({ pk, sk }, 'attribute_exists(note)');
  }

  /** Erases the entries of the trail on a day, as 2026-08-24. */
  trailOf(town: string, day: string): Promise<void> {
    return this.partition(key(town, 'audit', day));
  }

  /** Texts about a request, both ways, and those beside it. */
  private async textsAbout(town: string, request: string): Promise<Place[]> {
    const beside = z.array(keySchema).parse(await this.itemsOf(textsBeside(town, request)));
    const elsewhere = await this.textsAt(town, textsOfRequest(town, request), Infinity);
    const asks = await this.table.queryAll({ ...answersBeside(town, request), ConsistentRead: true });
    const answers = await inGroups(broughtBy(asks), AT_ONCE, (id) =>
      this.cameIn(town, { pk: key(town, 'inbound', id), sk: 'inbound' }, request),
    );
    return [
      ...new Map([...beside, ...elsewhere, ...answers.flat()].map((one) => [one.pk + one.sk, one])).values(),
    ];
  }

  /** The replies to those that came in, too. */
  private async textsAt(town: string, historyKeyOf: string, until: number): Promise<Place[]> {
    const items = await this.table.queryAll({
      IndexName: INDEX.history,
      KeyConditionExpression: 'historyKey = :texts AND historySort BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':texts': historyKeyOf,
        ':from': TEXT,
        ':to': until === Infinity ? `${TEXT}~` : `${TEXT}${new Date(until + 1).toISOString()}`,
      },
    });
    const found = await inGroups(z.array(keySchema).parse(items), AT_ONCE, async (place) =>
      place.pk.startsWith(key(town, 'inbound', '')) ? this.cameIn(town, place) : [place],
    );
    return found.flat();
  }

  /** A text that came in, if it is about this request, with the reply to it where that lies by itself. */
  private async cameIn(town: string, place: Place, request?: string): Promise<Place[]> {
    const { Item } = await this.table.get({ Key: place, ConsistentRead: true });
    if (Item === undefined || (request !== undefined && Item['request'] !== request)) return [];
    const message = place.pk.slice(key(town, 'inbound', '').length);
    return Item['reply'] === undefined ? [textKey(town, replyPurpose(message)), place] : [place];
  }

  private async texts(town: string, items: readonly Place[]): Promise<void> {
    const summaries = new Set<string>();
    const remove = async (place: Place): Promise<void> => {
      const { Attributes } = await this.table.delete({ Key: place, ReturnValues: 'ALL_OLD' });
      if (typeof Attributes?.['within'] === 'string') summaries.add(Attributes['within']);
    };
    // Those that came in last: by them their replies are found again, should this break off.
    const inbound = key(town, 'inbound', '');
    const cameIn = ({ pk }: Place): boolean => pk.startsWith(inbound);
    await this.each(
      items.filter((place) => !cameIn(place)),
      remove,
    );
    await this.each(items.filter(cameIn), remove);
    // A daily summary holds the line of each, in the words of its sender.
    for (const purpose of summaries)
      for (const keyOf of [textKey, textKeyBefore]) await this.delete(keyOf(town, purpose));
  }

  private async wordsOfVisit(
    town: string,
    request: string,
    { grid = 0, at }: { readonly grid: number | undefined; readonly at: number },
  ): Promise<void> {
    const near = { from: at - MOMENTS, to: at + MOMENTS };
    for (const place of await this.inHistory(town, 'visit', grid, near))
      await this.removeNote(place, '#request = :request', request);
  }

  private async removeNote(Key: Place, condition: string, request?: string): Promise<void> {
    await unlessConditionFails(
      this.table.update({
        Key,
        UpdateExpression: 'REMOVE note',
        ConditionExpression: condition,
        ...(request === undefined
          ? {}
          : {
              ExpressionAttributeNames: { '#request': 'request' },
              ExpressionAttributeValues: { ':request': request },
            }),
      }),
    );
  }

  /** Erases the words of staff on tasks about the request, open and closed. */
  private async wordsOfTasks(town: string, request: string, span: Span): Promise<void> {
    const partitions = ['tasks-open', ...closedRuns(span, 'tasks-').map(({ partition }) => partition)];
    for (const partition of partitions) {
      const rows = await this.table.queryAll({
        IndexName: INDEX.board,
        KeyConditionExpression: 'boardKey = :board',
        FilterExpression: '#facts.#request = :request',
        ExpressionAttributeNames: { '#facts': 'facts', '#request': 'request' },
        ExpressionAttributeValues: { ':board': key(town, 'board', partition), ':request': request },
      });
      for (const { pk } of z.array(taskRowSchema).parse(rows))
        await this.wordsOfTask(town, pk.slice(key(town, 'task', '').length));
    }
  }

  private async wordsOfTask(town: string, id: string): Promise<void> {
    const task = await this.tasks.find(town, id);
    if (task) await this.tasks.save(withoutWords(task));
    const asks = await this.table.queryAll({
      KeyConditionExpression: 'pk = :task AND begins_with(sk, :asks)',
      ExpressionAttributeValues: { ':task': key(town, 'task', id), ':asks': 'ask#' },
    });
    await this.each(asks, async (Key) => {
      await unlessConditionFails(
        this.table.update({
          Key,
          UpdateExpression: 'REMOVE #answer.#note',
          ConditionExpression: 'attribute_exists(#answer.#note)',
          ExpressionAttributeNames: { '#answer': 'answer', '#note': 'note' },
        }),
      );
    });
  }

  /**
   * Erases the reports of a number that are held together, also those it made from elsewhere, up to a moment. Whether
   * nothing of them is left.
   */
  private async floods(town: string, contact: string, until: number): Promise<boolean> {
    const isTheirs = (phone: string | undefined): boolean =>
      phone !== undefined && contactOfPhone(town, phone) === contact;
    const all = key(town, 'flood', 'origins');
    let isDone = true;
    for (const item of await this.itemsOf(all)) {
      const { origin, phone, kind, state, lastAt } = floodSchema.parse(item);
      const places = (await this.itemsOf(key(town, 'flood', origin))).filter((place) => {
        const { success, data } = reporterSchema.safeParse(place);
        return success && data.lastAt <= until && isTheirs(data.report.person.phone);
      });
      // It is nowhere else: no request was made of it.
      if (kind === 'dangers' && state === 'open') isDone &&= places.length === 0;
      else await this.each(places, (place) => this.delete(place));
      if (isTheirs(phone) && lastAt <= until) await this.delete({ pk: all, sk: origin });
    }
    return isDone;
  }

  private async inHistory(town: string, kind: 'visit' | 'reception', grid: number, span: Span) {
    return z.array(keySchema).parse(await this.table.queryAll(historyQuery(town, grid, kind, span)));
  }

  private itemsOf(pk: string): Promise<Attributes[]> {
    return this.table.queryAll({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    });
  }

  private async partition(pk: string, which: (item: Attributes) => boolean = () => true): Promise<void> {
    await this.each((await this.itemsOf(pk)).filter(which), (place) => this.delete(place));
  }

  private async each(items: readonly Attributes[], act: (place: Place) => Promise<void>): Promise<void> {
    await inGroups(z.array(keySchema).parse(items), AT_ONCE, act);
  }

  private async delete(Key: Place): Promise<void> {
    await this.table.delete({ Key });
  }
}
