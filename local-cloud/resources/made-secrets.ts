import type { KeyValueStore } from '../storage/key-value-store.js';

const keyOf = (arn: string) => `made-secret/${arn}`;

/** What secrets hold that a deployment made: the next one finds it as it was. */
export class MadeSecrets {
  constructor(private readonly store: KeyValueStore) {}

  async of(arn: string, make: () => string): Promise<string> {
    const known = await this.store.get(keyOf(arn));
    if (known !== undefined) return known;
    const made = make();
    await this.store.batch([{ key: keyOf(arn), value: made }]);
    return made;
  }
}
