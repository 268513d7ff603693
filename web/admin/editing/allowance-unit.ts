import { isObject, written } from '../../../domain/editing/entry.js';

/** Units of an allowance that a number can be said in; the end of the working day is none. */
export const UNITS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'] as const;
export type Unit = (typeof UNITS)[number];

export const END = 'endOfWorkingDay';

/** When a day's work begins too late to be done on it, where nothing else is said. */
export const CUT_OFF = '16:00';

/** Where in an allowance something may be wrong. */
export const PLACES = [...UNITS.map((unit) => [unit]), [END, 'cutOff']];

export const isUnit = (name: string): name is Unit => UNITS.some((unit) => unit === name);

/** An allowance as it is typed: so many of a unit, or the end of the working day; undefined for none. */
export type Typed = { readonly unit: Unit; readonly amount: string } | { readonly cutOff: string };

/** What is typed of an allowance, also while it is none yet: an empty amount stays one to be filled in. */
export function typedOf(value: unknown): Typed | undefined {
  const [unit, said] = Object.entries(isObject(value) ? value : {})[0] ?? [];
  if (unit === END) return { cutOff: isObject(said) ? written(said['cutOff']) : '' };
  return unit !== undefined && isUnit(unit) ? { unit, amount: written(said) } : undefined;
}

/** The value of what is typed; what is no number stays as it is typed, for the check to refuse. */
export function valueOf(typed: Typed): unknown {
  if ('cutOff' in typed) return { [END]: { cutOff: typed.cutOff } };
  const { unit, amount } = typed;
  const number = Number(amount);
  return { [unit]: amount === '' || Number.isNaN(number) ? amount : number };
}
