import type { KeyValueStore } from './key-value-store.js';

/**
 * Resources that clients made by a call, not the assembly: kept, so that they are there again when the host begins
 * anew. Names are those of their kind, values JSON.
 */
export class MadeResources {
  constructor(
    private readonly store: KeyValueStore,
    private readonly kind: 'bucket' | 'function' | 'queue' | 'topic' | 'subscription',
  ) {}

  keep(name: string, value: object): Promise<void> {
    return this.store.batch([{ key: this.prefix + name, value: JSON.stringify(value) }]);
  }

  forget(name: string): Promise<void> {
    return this.store.batch([{ key: this.prefix + name, value: undefined }]);
  }

  async all(): Promise<readonly unknown[]> {
    const found: unknown[] = [];
    const range = this.store.range({ from: this.prefix, to: `${this.prefix}\uffff` });
    for await (const [, text] of range) found.push(JSON.parse(text) as unknown);
    return found;
  }

  private get prefix(): string {
    return `made/${this.kind}/`;
  }
}
