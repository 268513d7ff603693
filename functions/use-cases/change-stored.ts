import type { DomainError } from '../../domain/domain-error.js';

/** Something that is read and saved whole; saving fails where somebody else wrote since it was read. */
export interface Stored<Value> {
  load(): Promise<Value>;
  save(value: Value): Promise<boolean>;
}

/**
 * Changes what is stored with one conditional write, and decides again where somebody else wrote in between, so many
 * times. What `decide` gives back as it was is not written.
 */
export async function changeStored<Value>(
  stored: Stored<Value>,
  decide: (value: Value) => Value,
  attempts: number,
  busy: () => DomainError,
): Promise<Value> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const value = await stored.load();
    const changed = decide(value);
    if (changed === value || (await stored.save(changed))) return changed;
  }
  throw busy();
}
