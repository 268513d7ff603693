import * as z from 'zod/v4';

export * from 'zod/v4';

/*
 * zod as functions load it; `tools/bundle.ts` puts this module in its place. Making schemas was a third of a cold start,
 * and half of the 1,800 that a function made were another one's like: a string, a whole number, one that may be left
 * out. A schema never changes, so one of each does for all.
 */

type Step = (...given: readonly unknown[]) => z.ZodType;

/** By which a plain schema becomes another that many fields have. */
const STEPS = ['int', 'max', 'min', 'nonnegative', 'nullable', 'optional', 'positive', 'trim'] as const;

/** The same step taken again leads to the same schema; one with words for an error of its own to one of its own. */
function once(step: Step): Step {
  const made = new Map<string, z.ZodType>();
  return (...given) => {
    if (given.some((one) => typeof one !== 'number')) return step(...given);
    const name = given.join();
    const schema = made.get(name) ?? shared(step(...given));
    made.set(name, schema);
    return schema;
  };
}

function shared(schema: z.ZodType): z.ZodType {
  for (const name of STEPS) {
    const step: unknown = Reflect.get(schema, name);
    if (typeof step === 'function') Reflect.set(schema, name, once(step as Step));
  }
  return schema;
}

export const string = once(z.string as Step) as typeof z.string;
export const number = once(z.number as Step) as typeof z.number;
export const boolean = once(z.boolean as Step) as typeof z.boolean;
