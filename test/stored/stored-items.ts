import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Attributes } from '../../adapters/dynamodb.js';
import type { FunctionWorld } from '../functions/function-world.js';

/**
 * What earlier versions stored: the town and a few records of each kind, out of a town that was hosted and used by that version. Each file is named
 * after what came next. The model that the town's reading learnt is left out, and most of a long list.
 */
export const VERSIONS = ['before-cards', 'before-reading', 'before-appointments'] as const;
export type StoredVersion = (typeof VERSIONS)[number] | 'before-visits';

export const storedItems = (version: StoredVersion): Attributes[] =>
  JSON.parse(
    gunzipSync(readFileSync(join(import.meta.dirname, 'versions', `${version}.json.gz`))).toString(),
  );

/** The town whose data the versions stored. */
export const STORED_TOWN = 'sanhehu';

/** Puts what a version stored into a world's table, as it lay there. */
export async function keepStored(world: FunctionWorld, version: StoredVersion): Promise<Attributes[]> {
  const items = storedItems(version);
  for (const Item of items) {
    if (Item['pk'] === 'towns') continue;
    await world.table.put({ Item });
    // Earlier versions said nothing of their shape.
    await world.table.update({
      Key: { pk: Item['pk'], sk: Item['sk'] },
      UpdateExpression: 'REMOVE shape',
    });
  }
  return items;
}

/** The second and the third part of an item's key: its kind and its number. */
export const kindAndId = ({ pk }: Attributes): readonly [kind: string, id: string] => {
  const [, kind = '', id = ''] = String(pk).split('#');
  return [kind, id];
};
