import type { Allowance } from '../../../domain/town/allowance.js';

/** Units of an allowance that a number can be said in; the end of the working day is none. */
export const UNITS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays'] as const;
export type Unit = (typeof UNITS)[number];

/** When a day's work begins too late to be done on it, where nothing else is said. */
export const CUT_OFF = '16:00';

export const isUnit = (name: string): name is Unit => UNITS.some((unit) => unit === name);

/** Unit and amount of an allowance; undefined for the end of the working day. */
export function amountOf(allowance: Allowance): { readonly unit: Unit; readonly amount: number } | undefined {
  const said = Object.entries(allowance)[0];
  if (!said) return undefined;
  const [unit, amount] = said;
  return isUnit(unit) && typeof amount === 'number' ? { unit, amount } : undefined;
}

/** The allowance of so many of a unit. */
export function allowanceOf(unit: Unit, amount: number): Allowance {
  switch (unit) {
    case 'minutes':
      return { minutes: amount };
    case 'hours':
      return { hours: amount };
    case 'days':
      return { days: amount };
    case 'workingHours':
      return { workingHours: amount };
    case 'workingDays':
      return { workingDays: amount };
  }
}
