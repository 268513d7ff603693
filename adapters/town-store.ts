import * as z from 'zod';
import { DomainError } from '../domain/domain-error.js';
import { isSameLeave } from '../domain/posts/leave.js';
import { noteFormer } from '../domain/posts/note-former.js';
import { type Handover, handoverSchema } from '../domain/posts/stands-in-for.js';
import { leaveSchema } from '../domain/town/field-schemas.js';
import type { Leave, Programme, Town, TownSettings } from '../domain/town/schema.js';
import { type Attributes, openTable, type Table, unlessConditionFails } from './dynamodb.js';
import type { ItemKey, Reading } from './item-reader.js';
import { LeastRecent } from './least-recent.js';
import { type ListedTown, TownDirectory, type TownPage } from './town-directory.js';
import {
  examplesIn,
  examplesSort,
  FIRST,
  itemsOf,
  settingsIn,
  townIn,
  townKey,
  versionName,
  versionSort,
} from './town-parts.js';

const currentSchema = z.object({
  version: z.number().int(),
  leave: z.array(leaveSchema),
  /** When the version was made, where whoever made it said so; epoch milliseconds. */
  madeAt: z.number().optional(),
});
const handoversSchema = z.object({ told: z.array(handoverSchema) });

export interface CurrentTown {
  readonly version: number;
  /** With the leave that people texted since the import. */
  readonly town: Town;
}

export interface StoredTown extends CurrentTown {
  /** As its version was stored: without the leave that was texted since. */
  readonly stored: Town;
  readonly madeAt?: number | undefined;
}

export interface ImportOptions {
  /** When it is made; epoch milliseconds. */
  readonly at?: number;
  /** The version that the new one was made from: when another stands by now, nothing is changed. */
  readonly from?: number;
  /** Who makes it in the console, how, and in which parts; an operator's import says none of it. */
  readonly made?: Pick<TownVersion, 'who' | 'name' | 'how' | 'parts' | 'restored'>;
}

const versionSchema = z.object({
  version: z.number().int(),
  /** The version that it was made from; 0: it is the first. */
  from: z.number().int(),
  at: z.number().optional(),
  /** The `sub` of who made it, and the name they had then. */
  who: z.string().optional(),
  name: z.string().optional(),
  how: z.enum(['edited', 'imported', 'restored', 'learnt']).optional(),
  /** The parts that it changes. */
  parts: z.array(z.string()).optional(),
  /** The earlier version that it brought back. */
  restored: z.number().int().optional(),
});
/** One version of a town's data: who made it, when, how. */
export type TownVersion = z.infer<typeof versionSchema>;

const currentKey = (town: string) => ({ pk: townKey(town), sk: 'current' });
const handoversKey = (town: string) => ({ pk: townKey(town), sk: 'handovers' });
const historySort = (version: number): string => `history#${versionName(version)}`;
/** The latest versions that are listed. */
const MOST_VERSIONS = 200;

/**
 * How much of towns' data a warm function keeps, in characters: some forty towns like the samples, which take 1.9 MB of
 * memory each and, where their reading is used, as much again. Functions have 512 MB.
 */
const KEPT = 64_000_000;
/** Settings alone may take this part as much again: those of a thousand towns. */
const SETTINGS_SHARE = 8;

function imported<Current>(id: string, current: Current | undefined): Current {
  if (!current) throw new DomainError('TownUnknown', `no town ${id} was imported`, { town: id });
  return current;
}

/** Town data: imported whole, versioned, read by every function. */
export class TownStore {
  /** A version never changes once it is written, so a warm function keeps it; of many towns, those that were used last. */
  private readonly known: LeastRecent<Town>;
  private readonly knownSettings: LeastRecent<TownSettings>;
  private readonly directory: TownDirectory;

  /** @param kept characters of towns' data that are kept at most, however many towns there are; of one town at least. */
  constructor(
    private readonly table: Table,
    kept = KEPT,
  ) {
    this.known = new LeastRecent(kept);
    this.knownSettings = new LeastRecent(kept / SETTINGS_SHARE);
    this.directory = new TownDirectory(table);
  }

  /** The town that is meant where a caller names none: the first imported. */
  meant(): Promise<string | undefined> {
    return this.directory.meant();
  }

  /** The town that a number reaches, as of a moment ago; `surely`, as of now. */
  ofNumber(number: string, how?: { readonly surely: boolean }): Promise<string | undefined> {
    return this.directory.ofNumber(number, how);
  }

  /** Whether a number is a town's own, to be read beside something else. */
  readingIsTowns(number: string): Reading<boolean> {
    return this.directory.readingIsTowns(number);
  }

  /** So many towns at most, behind that of another page. */
  page(limit: number, after?: string): Promise<TownPage> {
    return this.directory.page(limit, after);
  }

  /** Every town there is, for tools. */
  all(): Promise<readonly ListedTown[]> {
    return this.directory.all();
  }

  async load(id: string): Promise<CurrentTown> {
    const { version, town } = await this.open(id);
    return { version, town };
  }

  /** The settings of the town as it now is: a part of its data, where no more is needed. */
  async settings(id: string): Promise<TownSettings> {
    const { version } = imported(id, await this.current(id));
    const cached = this.knownSettings.get(`${id} ${version}`);
    if (cached) return cached;
    const settings = settingsIn(await this.partsOf(id, version, FIRST));
    if (!settings) return (await this.readVersion(id, version)).settings;
    this.knownSettings.set(`${id} ${version}`, settings, JSON.stringify(settings).length);
    return settings;
  }

  /** The town as it now is, and as its version was stored. */
  async open(id: string): Promise<StoredTown> {
    return this.asOf(id, await this.get(currentKey(id)));
  }

  /** The same with the examples of its reading: what is changed and stored again must be whole. */
  async openWhole(id: string): Promise<StoredTown> {
    const opened = await this.open(id);
    const examples = await this.examples(id, opened.version);
    return { ...opened, town: { ...opened.town, examples }, stored: { ...opened.stored, examples } };
  }

  private async examples(id: string, version: number): Promise<string> {
    const items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :town AND begins_with(sk, :version)',
      ExpressionAttributeValues: { ':town': townKey(id), ':version': examplesSort(version, '') },
      ConsistentRead: true,
    });
    return z
      .array(z.object({ packed: z.string() }))
      .parse(items)
      .map(({ packed }) => packed)
      .join('');
  }

  /**
   * The versions that stood one after the other, the latest first: what an import left that failed is none of them. A
   * version that was stored before they were listed stands by its number alone, and so does none before it.
   */
  async versions(id: string): Promise<TownVersion[]> {
    const { version: current } = await this.open(id);
    const { Items } = await this.table.query({
      KeyConditionExpression: 'pk = :town AND begins_with(sk, :history)',
      ExpressionAttributeValues: { ':town': townKey(id), ':history': 'history#' },
      ScanIndexForward: false,
      Limit: MOST_VERSIONS,
      ConsistentRead: true,
    });
    const known = new Map(
      z
        .array(versionSchema)
        .parse(Items)
        .map((line) => [line.version, line]),
    );
    const lines: TownVersion[] = [];
    for (let next = current; next > 0 && lines.length < MOST_VERSIONS; next = known.get(next)?.from ?? 0)
      lines.push(known.get(next) ?? { version: next, from: 0 });
    return lines;
  }

  /** A version of the town as it was stored, whole; undefined where no such version ever stood. */
  async wholeVersion(id: string, version: number): Promise<Town | undefined> {
    const items = await this.partsOf(id, version);
    if (items.length === 0) return undefined;
    return { ...(await this.readVersion(id, version)), examples: await this.examples(id, version) };
  }

  /** The town as it now is, to be read beside something else. */
  reading(id: string): Reading<CurrentTown> {
    return { key: currentKey(id), read: (item) => this.asOf(id, item) };
  }

  /** The programme as the given version of the town had it. */
  async programme(id: string, version: number, programme: string): Promise<Programme | undefined> {
    return (await this.readVersion(id, version)).programmes.find((candidate) => candidate.id === programme);
  }

  /**
   * Stores a checked town as its next version: all parts first, then one write makes it the current one. Who held a
   * post before, and does not in this one, is noted in it.
   */
  async importTown(read: Town, { at, from, made = {} }: ImportOptions = {}): Promise<{ version: number }> {
    const { id } = read.settings;
    const before = from ?? (await this.current(id))?.version ?? 0;
    const version = await this.claim(read, before + 1);
    const former = before === 0 ? [] : noteFormer(await this.readVersion(id, before), read, version);
    const town = { ...read, former };
    const [, ...rest] = itemsOf(town, version);
    const line = { pk: townKey(id), sk: historySort(version), version, from: before, at, ...made };
    for (const Item of [...rest, ...examplesIn(town, version), line]) await this.table.put({ Item });
    if (!(await this.makeCurrent(id, version, before, at))) {
      throw new DomainError('TownChanged', `another import of ${id} finished first; import again`, {
        town: id,
      });
    }
    await this.directory.list({ id, smsNumber: town.settings.sms.number });
    return { version };
  }

  /**
   * Writes the first part under the first number that nobody has: what an import left that failed, or makes at this
   * moment, is never written over, so that a version is whole and of one import.
   */
  private async claim(town: Town, first: number): Promise<number> {
    for (let version = first; ; version += 1) {
      const claimed = this.table.put({
        Item: { ...itemsOf(town, version, [FIRST])[0] },
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      if (await unlessConditionFails(claimed)) return version;
    }
  }

  /** Adds leave that somebody texted. The same leave again changes nothing. */
  async addLeave(id: string, leave: Leave): Promise<void> {
    const known = (await this.current(id))?.leave ?? [];
    if (known.some((one) => isSameLeave(one, leave))) return;
    await this.table.update({
      Key: currentKey(id),
      UpdateExpression: 'SET #leave = list_append(#leave, :leave)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeNames: { '#leave': 'leave' },
      ExpressionAttributeValues: { ':leave': [leave] },
    });
  }

  /** Takes back leave that was added since the import; false when there is none such. */
  async removeLeave(id: string, leave: Leave): Promise<boolean> {
    const known = (await this.current(id))?.leave ?? [];
    const index = known.findIndex((one) => isSameLeave(one, leave));
    if (index < 0) return false;
    const place = `#leave[${index}]`;
    const removed = await unlessConditionFails(
      this.table.update({
        Key: currentKey(id),
        UpdateExpression: `REMOVE ${place}`,
        // Another removal may have moved them up since they were read.
        ConditionExpression: `${place}.#staff = :staff AND ${place}.#from = :from AND ${place}.#to = :to`,
        ExpressionAttributeNames: { '#leave': 'leave', '#staff': 'staff', '#from': 'from', '#to': 'to' },
        ExpressionAttributeValues: { ':staff': leave.staff, ':from': leave.from, ':to': leave.to },
      }),
    );
    return removed || this.removeLeave(id, leave);
  }

  /** The hand-overs of which whoever has the work was told. */
  async handovers(id: string): Promise<Handover[]> {
    const item = await this.get(handoversKey(id));
    return item ? handoversSchema.parse(item).told : [];
  }

  async keepHandovers(id: string, told: readonly Handover[]): Promise<void> {
    await this.table.update({
      Key: handoversKey(id),
      UpdateExpression: 'SET told = :told',
      ExpressionAttributeValues: { ':told': told },
    });
  }

  private async asOf(id: string, item: Attributes | undefined): Promise<StoredTown> {
    const { version, leave, madeAt } = imported(id, item && currentSchema.parse(item));
    const stored = await this.readVersion(id, version);
    const texted = leave.filter((one) => !stored.leave.some((known) => isSameLeave(one, known)));
    const town = texted.length === 0 ? stored : { ...stored, leave: [...stored.leave, ...texted] };
    return { version, town, stored, madeAt };
  }

  private async get(Key: ItemKey): Promise<Attributes | undefined> {
    return (await this.table.get({ Key: { ...Key }, ConsistentRead: true })).Item;
  }

  private async current(id: string) {
    const item = await this.get(currentKey(id));
    return item && currentSchema.parse(item);
  }

  private async readVersion(id: string, version: number): Promise<Town> {
    const cached = this.known.get(`${id} ${version}`);
    if (cached) return cached;
    const { town, size } = townIn(await this.partsOf(id, version));
    this.known.set(`${id} ${version}`, town, size);
    return town;
  }

  /** All parts of a version, or one. Together they may need more than the megabyte that one answer holds. */
  private partsOf(id: string, version: number, part = ''): Promise<Attributes[]> {
    return this.table.queryAll({
      KeyConditionExpression: 'pk = :town AND begins_with(sk, :version)',
      ExpressionAttributeValues: { ':town': townKey(id), ':version': versionSort(version, part) },
      ConsistentRead: true,
    });
  }

  /** Makes a version the current one, if `read` still is. Leave that was texted stays, also when it comes in at this moment. */
  private makeCurrent(id: string, version: number, read: number, at?: number): Promise<boolean> {
    return unlessConditionFails(
      this.table.update({
        Key: currentKey(id),
        UpdateExpression: `SET #version = :version, #leave = if_not_exists(#leave, :none)${at === undefined ? ' REMOVE madeAt' : ', madeAt = :at'}`,
        ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
        ExpressionAttributeNames: { '#version': 'version', '#leave': 'leave' },
        ExpressionAttributeValues: {
          ':version': version,
          ':read': read,
          ':none': [],
          ...(at === undefined ? {} : { ':at': at }),
        },
      }),
    );
  }
}

/** Opens the town data of a table, for tools outside the functions. */
export const createTownStore = ({ table, endpoint }: { table: string; endpoint?: string }): TownStore =>
  new TownStore(openTable(table, endpoint));
