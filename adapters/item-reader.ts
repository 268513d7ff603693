import type { Attributes, Table } from './dynamodb.js';

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Where something lies, and what is made of the item there. */
export interface Reading<Result> {
  readonly key: ItemKey;
  readonly read: (item: Attributes | undefined) => Result | Promise<Result>;
}

/** Several, by what each is called. */
export type Readings<Results> = { readonly [Name in keyof Results]: Reading<Results[Name]> };

/** DynamoDB leaves out items that it lacks capacity for. After so many tries in vain the caller tries again later. */
const ATTEMPTS = 4;

/** Reads several items that lie apart in one call, each as it is now. */
export class ItemReader {
  constructor(private readonly table: Pick<Table, 'getTogether'>) {}

  async read<Results extends object>(readings: Readings<Results>): Promise<Results>;
  async read(readings: Readonly<Record<string, Reading<unknown>>>): Promise<Record<string, unknown>> {
    const items = await this.itemsAt(Object.values(readings).map(({ key }) => key));
    const made = Object.entries(readings).map(
      async ([name, { key, read }]) => [name, await read(items.get(keyText(key)))] as const,
    );
    return Object.fromEntries(await Promise.all(made));
  }

  private async itemsAt(keys: readonly ItemKey[]): Promise<ReadonlyMap<string, Attributes>> {
    const items = new Map<string, Attributes>();
    let wanted: Attributes[] = keys.map((key) => ({ ...key }));
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { found, left } = await this.table.getTogether(wanted);
      for (const item of found) items.set(keyText(item), item);
      if (left.length === 0) return items;
      wanted = left;
    }
    throw new Error(`${wanted.length} items were not read in ${ATTEMPTS} attempts`);
  }
}

const keyText = ({ pk, sk }: ItemKey | Attributes): string => `${String(pk)} ${String(sk)}`;
