import * as z from 'zod';
import { PUBLISHED_FOR } from '../domain/photos/limits.js';
import type { Table } from './dynamodb.js';
import { key, PUBLISHED_LIST } from './table-keys.js';

/** Which of the two a picture is. */
export type BeforeOrAfter = 'before' | 'after';

const publishedSchema = z.object({
  request: z.string(),
  category: z.string(),
  village: z.string().optional(),
  /** When they were put on the board. */
  at: z.number(),
  before: z.boolean(),
});
/** A pair of photos on the daily board, without the pictures. */
export type Published = z.infer<typeof publishedSchema>;

const listKey = (town: string) => key(town, 'published', PUBLISHED_LIST);
const pictureKey = (town: string, request: string, which: BeforeOrAfter) => ({
  pk: key(town, 'published', request),
  sk: which,
});
const pictureSchema = z.object({ picture: z.instanceof(Uint8Array) });

/** Small copies of photos for everybody, apart from the photos they were made of. They expire by themselves. */
export class PublishedPhotoStore {
  constructor(private readonly table: Table) {}

  /** The latest first. */
  async list(town: string): Promise<Published[]> {
    const items = await this.table.queryAll({
      KeyConditionExpression: 'pk = :list',
      ExpressionAttributeValues: { ':list': listKey(town) },
    });
    return z
      .array(publishedSchema)
      .parse(items)
      .toSorted((a, b) => b.at - a.at);
  }

  async find(town: string, request: string, which: BeforeOrAfter): Promise<Uint8Array | undefined> {
    const { Item } = await this.table.get({ Key: pictureKey(town, request, which) });
    return Item && pictureSchema.parse(Item).picture;
  }

  /** The pictures first and the list second: what is listed is there. */
  async add(
    town: string,
    published: Published,
    pictures: Readonly<Partial<Record<BeforeOrAfter, Uint8Array>>>,
  ): Promise<void> {
    const { request, at } = published;
    const expiresAt = Math.ceil((at + PUBLISHED_FOR) / 1000);
    for (const which of ['before', 'after'] as const) {
      const picture = pictures[which];
      if (picture)
        await this.table.put({ Item: { ...pictureKey(town, request, which), picture, expiresAt } });
    }
    await this.table.put({ Item: { pk: listKey(town), sk: request, ...published, expiresAt } });
  }

  async remove(town: string, request: string): Promise<void> {
    await this.table.delete({ Key: { pk: listKey(town), sk: request } });
    for (const which of ['before', 'after'] as const)
      await this.table.delete({ Key: pictureKey(town, request, which) });
  }
}
