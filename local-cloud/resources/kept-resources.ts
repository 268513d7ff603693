import * as z from 'zod';
import type { Json } from '../assembly/json.js';
import type { KeyValueStore } from '../storage/key-value-store.js';
import type { DeployedResource } from './resource-type.js';

const keptSchema = z.object({
  type: z.string(),
  /** As the template had them, resolved; JSON text. */
  properties: z.string(),
  ref: z.string(),
  attributes: z.record(z.string(), z.custom<Json>()),
  /** Whether it stays when the template has it no more. */
  isRetained: z.boolean(),
});

/** A resource of a stack's last deployment. */
export type KeptResource = z.infer<typeof keptSchema> & DeployedResource;

const of = (stack: string) => `deployed/${stack}/`;

/**
 * Resources of a stack's last deployment that the next one must not make anew: versions, and the targets of aliases.
 */
export class KeptResources {
  constructor(private readonly store: KeyValueStore) {}

  async of(stack: string): Promise<ReadonlyMap<string, KeptResource>> {
    const prefix = of(stack);
    const found = new Map<string, KeptResource>();
    for await (const [key, text] of this.store.range({ from: prefix, to: `${prefix}\uffff` }))
      found.set(key.slice(prefix.length), keptSchema.parse(JSON.parse(text)));
    return found;
  }

  async keep(stack: string, logicalId: string, resource: KeptResource): Promise<void> {
    await this.store.batch([{ key: `${of(stack)}${logicalId}`, value: JSON.stringify(resource) }]);
  }

  async forget(stack: string, logicalId: string): Promise<void> {
    await this.store.batch([{ key: `${of(stack)}${logicalId}`, value: undefined }]);
  }
}
