import type { ReviewView } from '../../../contracts/console/calls.js';

/** One line of who was called in an emergency, told of it or telephoned. */
export interface ReviewRow {
  readonly key: string;
  readonly name: string;
  /** The step they were asked for, in the town's words; else what it was. */
  readonly what?: string | undefined;
  readonly kind?: 'where' | 'told' | 'call' | undefined;
  readonly at: string;
  readonly outcome: ReviewView['asked'][number]['outcome'] | 'told' | 'reached' | 'unreached';
  readonly minutes?: number | undefined;
  readonly note?: string | undefined;
}

/** Everybody who was called, told or telephoned, in the order of it. */
export function reviewRows({ asked, told, calls }: ReviewView): ReviewRow[] {
  const rows: Omit<ReviewRow, 'key'>[] = [
    ...told.map(({ staff, name = staff, at }) => ({
      name,
      kind: 'told' as const,
      at,
      outcome: 'told' as const,
    })),
    ...asked.map(({ staff, name = staff, what, askedAt, outcome, minutes, note }) => ({
      name,
      what,
      ...(what === undefined ? { kind: 'where' as const } : {}),
      at: askedAt,
      outcome,
      minutes,
      note,
    })),
    ...calls.map(({ contact, at, isAnswered, note }) => ({
      name: contact,
      kind: 'call' as const,
      at,
      outcome: isAnswered ? ('reached' as const) : ('unreached' as const),
      note,
    })),
  ];
  return rows
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((row, i) => ({ ...row, key: String(i) }));
}
