import * as z from 'zod';
import { type Allowance, allowanceSchema } from '../town/allowance.js';
import { settingsSchema, type TownSettings } from '../town/schema.js';
import { isObject } from './entry.js';

/** What stands behind what may be left out. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.def.innerType;
  return inner;
}

/** Deadlines of the paths are edited by themselves. */
const APART = 'paths';

function allowancesIn(schema: z.core.$ZodType, path: readonly string[]): string[] {
  const inner = unwrapped(schema);
  if (inner === allowanceSchema) return [path.join('.')];
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape)
    .filter(([name]) => path.length > 0 || name !== APART)
    .flatMap(([name, field]) => allowancesIn(field, [...path, name]));
}

/** Where in the settings an allowance stands, but those of the paths: `placeWithin`, `tasks.check`. */
export const ALLOWANCE_SETTINGS: readonly string[] = allowancesIn(settingsSchema, []);

/** The allowance at a place of the settings; undefined where the town has none there. */
export function allowanceAt(settings: TownSettings, place: string): Allowance | undefined {
  let here: unknown = settings;
  for (const name of place.split('.')) here = isObject(here) ? here[name] : undefined;
  const known = allowanceSchema.safeParse(here);
  return known.success ? known.data : undefined;
}

/** The settings with other allowances at some places. */
export function withAllowances(
  settings: TownSettings,
  changed: ReadonlyMap<string, Allowance>,
): TownSettings {
  const put = (here: Readonly<Record<string, unknown>>, [name = '', ...rest]: string[], to: Allowance) => {
    const inner = here[name];
    const next: unknown = rest.length === 0 ? to : isObject(inner) ? put(inner, rest, to) : inner;
    return { ...here, [name]: next };
  };
  let next: Readonly<Record<string, unknown>> = settings;
  for (const [place, allowance] of changed) next = put(next, place.split('.'), allowance);
  return settingsSchema.parse(next);
}
