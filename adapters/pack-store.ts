import { type InspectionPack, inspectionPackSchema } from '../domain/inspections/inspection-pack.js';
import { type Table, unlessConditionFails } from './dynamodb.js';
import { key } from './table-keys.js';

const keyOf = (town: string, date: string, grid: number) => ({
  pk: key(town, 'round', `inspection-pack/${date}`),
  sk: String(grid).padStart(4, '0'),
});

/** The packs of the monthly inspections, one a grid; each is written once. */
export class PackStore {
  constructor(private readonly table: Table) {}

  async find(town: string, date: string, grid: number): Promise<InspectionPack | undefined> {
    const { Item } = await this.table.get({ Key: keyOf(town, date, grid) });
    return Item && inspectionPackSchema.parse(Item);
  }

  /** Stores a pack; one that is there stays. */
  async create(pack: InspectionPack): Promise<void> {
    const Item = { ...pack, ...keyOf(pack.town, pack.date, pack.grid) };
    await unlessConditionFails(this.table.put({ Item, ConditionExpression: 'attribute_not_exists(pk)' }));
  }
}
