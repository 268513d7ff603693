import { localDate } from '../calendar/local-time.js';
import { climb } from '../posts/climb.js';
import { inOffice } from '../posts/in-office.js';
import { isOnLeave } from '../posts/leave.js';
import { confidentialLadder, mayHear } from './confidential.js';
import type { Rules } from './decision.js';
import { staffAt } from '../asks/plan-ask.js';
import type { Addressee, Ladder } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** The ladder of a request: of its grid, or the duty desk's without a grid; complaints about staff never a grid's. */
export const homeLadder = (record: RequestRecord, rules: Rules): Ladder => {
  const { confidential } = record;
  if (confidential) return confidentialLadder({ ...record, confidential }, rules.town);
  return record.grid === undefined
    ? { ladder: 'department', department: rules.town.settings.departments.dutyDesk }
    : { ladder: record.path === 'emergency' ? 'alarm' : 'grid', grid: record.grid };
};

/** The rung on which this person stands, leave aside; -1, below the lowest, for whoever stands on none. */
function rungOf(rules: Rules, ladder: Ladder, staff: string, at: number): number {
  const everybody = { ...rules.town, leave: [] };
  for (let rung = 0; ; rung += 1) {
    const found = climb(everybody, ladder, rung, at);
    if (found.staff === staff) return found.rung;
    if (found.last) return -1;
    rung = found.rung;
  }
}

/** This person, whoever has their post by now, or their stand-in. Silence climbs on from where they stand. */
export function personOrStandIn(
  record: RequestRecord,
  rules: Rules,
  staff: string | undefined,
  at: number,
): Addressee & { who: 'staff' } {
  const ladder = homeLadder(record, rules);
  const today = localDate(at, rules.town.settings.timeZone);
  const held = staff && inOffice(rules.town, staff, record);
  // A complaint that its owner may not hear of any more is not asked of them.
  const hears = held !== undefined && mayHear(record, rules.town, held);
  if (held === undefined || !hears || isOnLeave(rules.town.leave, held, today))
    return staffAt(rules, ladder, 0, at);
  return onLadder(rules, ladder, held, at);
}

/** Somebody where they stand on a ladder: their silence climbs on from there. */
export const onLadder = (
  rules: Rules,
  ladder: Ladder,
  staff: string,
  at: number,
): Addressee & { who: 'staff' } => ({
  who: 'staff',
  staff,
  ladder,
  rung: rungOf(rules, ladder, staff, at),
  last: false,
});

/** Who is told for a department: its first contact who is not on leave; nobody where the town no longer has it. */
export function contactOf(rules: Rules, department: string, at: number): string | undefined {
  const isKnown = rules.town.departments.some(({ id }) => id === department);
  return isKnown ? staffAt(rules, { ladder: 'department', department }, 0, at).staff : undefined;
}
