/** How dark an area is: 0 is nothing, or nothing known. */
export type Shade = 0 | 1 | 2 | 3;

/** The values that a shade stands for, both included. */
export interface ShadeRange {
  readonly shade: Shade;
  readonly from: number;
  readonly to: number;
}

/** Counts in thirds of the largest of them. */
export function countRanges(values: Iterable<number>): readonly ShadeRange[] {
  const most = Math.max(0, ...values);
  const third = Math.max(1, Math.ceil(most / 3));
  return ([1, 2, 3] as const)
    .map((shade) => ({ shade, from: (shade - 1) * third + 1, to: Math.min(most, shade * third) }))
    .filter(({ from, to }) => from <= to);
}

/** Shares in parts that people tell apart; the darkest is the best. */
export const SHARE_RANGES: readonly ShadeRange[] = [
  { shade: 1, from: 0, to: 0.59 },
  { shade: 2, from: 0.6, to: 0.84 },
  { shade: 3, from: 0.85, to: 1 },
];

export const shadeOf = (value: number | undefined, ranges: readonly ShadeRange[]): Shade =>
  value === undefined ? 0 : (ranges.filter(({ from }) => value >= from).pop()?.shade ?? 0);
