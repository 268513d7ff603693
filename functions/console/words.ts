import { staffName } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';

/** A moment as the console's calls give it. */
export const isoOf = (at: number): string => new Date(at).toISOString();

/** The name beside an id; somebody who left the town's service is their id only. */
export const nameBeside = <Key extends string>(
  town: Town,
  key: Key,
  staff: string | undefined,
): Partial<Record<Key, string>> => {
  const name = staffName(town, staff);
  return name === '' ? {} : ({ [key]: name } as Record<Key, string>);
};
