import { noWorkPhotos, type WorkPhotos, workPhotosSchema } from '../domain/photos/work-photos.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string, request: string) => ({
  pk: key(town, 'workPhotos', request),
  sk: 'work-photos',
});

/** Which photos the staff added to their answers: an item per request. The pictures lie with the resident's. */
export class WorkPhotoStore {
  constructor(private readonly table: Table) {}

  async load(town: string, request: string): Promise<WorkPhotos> {
    const { Item } = await this.table.get({ Key: keyOf(town, request), ConsistentRead: true });
    return Item ? workPhotosSchema.parse(Item) : noWorkPhotos(town, request);
  }

  /** One conditional write: true when nobody wrote since this was read. */
  save(photos: WorkPhotos): Promise<boolean> {
    return unlessConditionFails(
      this.table.put({
        Item: { ...photos, version: photos.version + 1, ...keyOf(photos.town, photos.request) },
        ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': photos.version },
      }),
    );
  }
}
