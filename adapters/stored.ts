import type * as z from 'zod';
import { DomainError } from '../domain/domain-error.js';

/**
 * The shape in which this version stores things: each item says it, and one that says none was stored before 30
 * November 2026. It is raised when an earlier version could not read what this one stores.
 */
export const SHAPE = 1;
/** The version of small-grid that first stored in a shape. */
const SINCE = ['one from before 30 November 2026', '0.1.0'] as const;

export const shapeOf = ({ shape }: Readonly<Record<string, unknown>>): number =>
  typeof shape === 'number' ? shape : 0;

/** The names of stored things, for whoever is told that one cannot be read. */
type Kind = 'town' | 'request' | 'person' | 'ask' | 'task' | 'round' | 'quota';

/**
 * Reads what was stored, by this version or an earlier one. Throws `StoredLater` for what a later version stored in
 * another shape, and `StoredUnreadable` for what an earlier one did that cannot be read any more: with names of fields,
 * never with what stands in them.
 */
export function readStored<Schema extends z.ZodType>(
  kind: Kind,
  schema: Schema,
  item: Readonly<Record<string, unknown>>,
  shape: number = shapeOf(item),
): z.infer<Schema> {
  if (shape > SHAPE)
    throw new DomainError(
      'StoredLater',
      `a ${kind} was stored in shape ${shape} by a later small-grid; this is ${SINCE[SHAPE]}, which knows shape ${SHAPE}`,
      { kind, shape },
    );
  const read = schema.safeParse(item);
  if (read.success) return read.data;
  const fields = [...new Set(read.error.issues.map(({ path }) => path.join('.')))];
  throw new DomainError(
    'StoredUnreadable',
    `a ${kind} was stored in shape ${shape}, by small-grid ${SINCE[shape] ?? ''}, and cannot be read: ${fields.join(', ')}`,
    { kind, shape, fields: fields.join(', ') },
  );
}
