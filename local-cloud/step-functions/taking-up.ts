import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { KeyValueStore } from '../storage/key-value-store.js';
import { TAKING_UP } from './store-keys.js';

/** Executions that are read from the store side by side when the host comes back. */
const READ_AT_ONCE = 64;
/** So many that may have ended the host are taken up singly; of more, groups are tried first. */
const SINGLY = 500;

/** Whoever kills a host twice at the wrong moment is to find every execution again. */
const TRIES = 2;

const notedSchema = z.object({
  /** The executions that were being taken up; any of them may have ended the host. */
  suspects: z.union([z.literal('any'), z.array(z.string()).readonly()]),
  /** How often these were tried. */
  tries: z.number(),
});
type Noted = z.infer<typeof notedSchema>;
const NOBODY: Noted = { suspects: [], tries: 0 };

/** Executions to be taken up side by side. */
export interface Group {
  readonly arns: readonly string[];
  /** To be seen through before the next: the host may end over them. */
  readonly isSuspect: boolean;
}

/**
 * How the host takes up what is open. What it is about is noted in the store, so that when it hangs or dies over an
 * execution, the next starts find out which it is, one at a time; it is then left out.
 */
export class TakingUp {
  constructor(private readonly store: KeyValueStore) {}

  /** The execution that alone was being taken up when the host ended, more than once. */
  async culprit(): Promise<string | undefined> {
    const { suspects, tries } = await this.noted();
    return suspects !== 'any' && suspects.length === 1 && tries >= TRIES ? suspects[0] : undefined;
  }

  /** All of `open`, in groups; what is about to be taken up is noted before it is given. */
  async *groups(open: readonly string[]): AsyncGenerator<Group> {
    const before = await this.noted();
    const { suspects: named } = before;
    const names = new Set(named === 'any' ? open : named);
    const suspects = open.filter((arn) => names.has(arn));
    for (const arns of slices(suspects, suspects.length > SINGLY ? READ_AT_ONCE : 1)) {
      const again = isDeepStrictEqual(arns, named);
      await this.note({ suspects: arns, tries: again ? before.tries + 1 : 1 });
      yield { arns, isSuspect: true };
    }
    if (open.length === 0) return;
    await this.note({ suspects: 'any', tries: 1 });
    const met = new Set(suspects);
    const rest = open.filter((arn) => !met.has(arn));
    for (const arns of slices(rest, READ_AT_ONCE)) yield { arns, isSuspect: false };
  }

  /** Everything has been taken up. */
  async done(): Promise<void> {
    if ((await this.store.get(TAKING_UP)) !== undefined)
      await this.store.batch([{ key: TAKING_UP, value: undefined }]);
  }

  private async noted(): Promise<Noted> {
    const text = await this.store.get(TAKING_UP);
    return text === undefined ? NOBODY : notedSchema.parse(JSON.parse(text));
  }

  private note(noted: Noted): Promise<void> {
    return this.store.batch([{ key: TAKING_UP, value: JSON.stringify(noted) }]);
  }
}

function slices<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) =>
    items.slice(n * size, (n + 1) * size),
  );
}
