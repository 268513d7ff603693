import * as z from 'zod';
import type { Attributes, QueryInput, Table } from './dynamodb.js';
import { INDEX, KEY_KIND, timeSort } from './table-keys.js';

/** Towns in which something waits, each once, and from where to look on. */
export interface Waiting {
  readonly towns: readonly string[];
  readonly next: string | undefined;
}

/** Work that was left undone, as far as it was looked for. */
export interface Undone extends Waiting {
  /** Texts that wait for a carrier, and those that it refuses one by one. */
  readonly undelivered: number;
  readonly refused: number;
  /** When the longest waiting text came up; epoch milliseconds. */
  readonly oldestText: number | undefined;
  /** Since when each request waits that nobody has begun. */
  readonly unstartedSince: readonly number[];
  /** Since when each erasure waits that somebody wants. */
  readonly erasuresSince: readonly number[];
}

/** Answers of a scan that are read in one call, a megabyte each: some fifty thousand entries. */
const PAGES = 10;

const placeSchema = z.object({ unstartedKey: z.string(), unstartedSort: z.string() });
const heldSchema = z.object({ heldKey: z.string() });
const cursorSchema = z.record(z.string(), z.string());

const townOf = (key: string): string => key.slice(0, key.indexOf('#'));
const least = (moments: readonly number[]): number | undefined =>
  moments.length === 0 ? undefined : moments.reduce((one, other) => Math.min(one, other));

/**
 * In which towns something waits. The sparse indexes hold nothing else, and are empty while all is well; in a storm
 * they are looked through a bounded piece a call. They may be a moment behind.
 */
export class WaitingTowns {
  /** @param limit entries to an answer of a scan, where that is to be fewer than fit. */
  constructor(
    private readonly table: Table,
    private readonly limit?: number,
  ) {}

  /** Where requests were not begun, texts not taken, or data not erased that is to be. */
  async leftUndone(from?: string): Promise<Undone> {
    const { items, next } = await this.look({ IndexName: INDEX.unstarted }, from);
    const places = z.array(placeSchema).parse(items);
    const of = (kind: string) =>
      places.filter(({ unstartedKey }) => unstartedKey.endsWith(`#${KEY_KIND.unstarted}#${kind}`));
    // A place says since when it has that and, of a text, when that came up.
    const moments = (kind: string, part: number) =>
      of(kind).map(({ unstartedSort }) => unstartedSort.split('#')[part] ?? '');
    return {
      towns: [...new Set(places.map(({ unstartedKey }) => townOf(unstartedKey)))],
      next,
      undelivered: of('texts').length,
      refused: of('refused').length,
      oldestText: least(moments('texts', 2).map(Number)),
      unstartedSince: moments('requests', 1).map((moment) => Date.parse(moment)),
      erasuresSince: moments('erasures', 1).map((moment) => Date.parse(moment)),
    };
  }

  /** Where texts wait for a moment that has come. */
  async holding(at: number, from?: string): Promise<Waiting> {
    const { items, next } = await this.look(
      {
        IndexName: INDEX.held,
        FilterExpression: 'heldSort < :now',
        ExpressionAttributeValues: { ':now': timeSort('text', at + 1, '') },
      },
      from,
    );
    return {
      towns: [
        ...new Set(
          z
            .array(heldSchema)
            .parse(items)
            .map(({ heldKey }) => townOf(heldKey)),
        ),
      ],
      next,
    };
  }

  private async look(
    query: Omit<QueryInput, 'KeyConditionExpression'>,
    from: string | undefined,
  ): Promise<{ readonly items: readonly Attributes[]; readonly next: string | undefined }> {
    const items: Attributes[] = [];
    let ExclusiveStartKey: Attributes | undefined =
      from === undefined ? undefined : cursorSchema.parse(JSON.parse(from));
    for (let pages = 0; pages < PAGES; pages += 1) {
      const page = await this.table.scan({ ...query, ExclusiveStartKey, Limit: this.limit });
      items.push(...page.Items);
      ExclusiveStartKey = page.LastEvaluatedKey;
      if (ExclusiveStartKey === undefined) break;
    }
    return { items, next: ExclusiveStartKey && JSON.stringify(ExclusiveStartKey) };
  }
}
