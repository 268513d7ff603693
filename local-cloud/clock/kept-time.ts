import type { KeyValueStore } from '../storage/key-value-store.js';
import type { Clock } from './clock.js';

const KEY = 'host/clock';

/** Where the clock stood when the data folder was last closed; a skipped month is not taken back by a restart. */
export async function readKeptTime(store: KeyValueStore): Promise<number | undefined> {
  const text = await store.get(KEY);
  return text === undefined ? undefined : Number(text);
}

export async function keepTime(store: KeyValueStore, clock: Clock): Promise<void> {
  await store.batch([{ key: KEY, value: String(clock.now()) }]);
}
