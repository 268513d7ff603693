import { DomainError } from '../domain-error.js';
import type { Leave, Town } from '../town/schema.js';

/** Whether this member of staff is away on `localDate` (YYYY-MM-DD); first and last day of a leave included. */
export function isOnLeave(leave: readonly Leave[], staff: string, localDate: string): boolean {
  return leave.some((one) => one.staff === staff && one.from <= localDate && localDate <= one.to);
}

export const isSameLeave = (one: Leave, other: Leave): boolean =>
  one.staff === other.staff && one.from === other.from && one.to === other.to;

/** Teams of which somebody must be there: the A and B post of each grid, the contacts of each department. */
function coverTeams(town: Town): readonly (readonly string[])[] {
  const posts = town.grids.map(({ posts: { a, b } }) => [a, b].filter((staff) => staff !== undefined));
  const contacts = town.departments.map((department) => department.contacts);
  // Where there is one only nobody can stand in; while they are away the next of the ladder is asked.
  return [...posts, ...contacts].filter((all) => all.length > 1);
}

/** The first day of `leave` on which all `others` are away too. Such days begin with the leave or with theirs. */
function emptyDay(leave: Leave, others: readonly string[], taken: readonly Leave[]): string | undefined {
  const begins = taken.filter((one) => others.includes(one.staff)).map((one) => one.from);
  return [leave.from, ...begins]
    .filter((day) => leave.from <= day && day <= leave.to)
    .find((day) => others.every((staff) => isOnLeave(taken, staff, day)));
}

/**
 * Whether somebody may take this leave. Refused when on any of its days the A and B post of a grid, or all contacts of
 * a department of several, would be away together; `clash` is the colleague who is away already (the person themself
 * where they hold both posts). Throws `LeaveReversed` when it ends before it begins.
 */
export function checkLeave(
  town: Town,
  leave: Leave,
): { readonly ok: true } | { readonly ok: false; readonly clash: string } {
  if (leave.to < leave.from) {
    throw new DomainError('LeaveReversed', 'A leave cannot end before it begins.', { staff: leave.staff });
  }
  for (const team of coverTeams(town).filter((members) => members.includes(leave.staff))) {
    const others = team.filter((staff) => staff !== leave.staff);
    if (emptyDay(leave, others, town.leave)) return { ok: false, clash: others[0] ?? leave.staff };
  }
  return { ok: true };
}
