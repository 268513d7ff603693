import * as z from 'zod';
import type { Photo } from '../domain/photos/photo.js';
import type { Table } from './dynamodb.js';
import { key } from './table-keys.js';

/** All photos of a request lie under one key, so that they are found and erased together. */
const keyOf = (town: string, request: string, photo: string) => ({
  pk: key(town, 'photo', request),
  sk: `photo#${photo}`,
});

const itemSchema = z.object({ picture: z.instanceof(Uint8Array) });

/** Pictures of requests, each an item of its own, encrypted with the table's key. */
export class PhotoStore {
  constructor(private readonly table: Table) {}

  /** Stores a picture; its id follows from it, so that storing it again changes nothing. */
  async put(town: string, request: string, { id, at }: Photo, picture: Uint8Array): Promise<void> {
    await this.table.put({ Item: { ...keyOf(town, request, id), at, picture } });
  }

  async find(town: string, request: string, photo: string): Promise<Uint8Array | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, request, photo), ConsistentRead: true });
    return Item && itemSchema.parse(Item).picture;
  }
}
