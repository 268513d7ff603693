/** A list with the member at a place replaced. */
export const replaced = <T>(list: readonly T[], place: number, member: T): T[] =>
  list.map((one, position) => (position === place ? member : one));

/** A list without the member at a place. */
export const removed = <T>(list: readonly T[], place: number): T[] =>
  list.filter((_, position) => position !== place);

/** A list with the member at a place moved by one; at either end it stays. */
export function moved<T>(list: readonly T[], place: number, by: -1 | 1): T[] {
  const other = place + by;
  const [one, two] = [list[place], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((member, position) => (position === place ? two : position === other ? one : member));
}
