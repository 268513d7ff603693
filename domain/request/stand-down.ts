import { type Notice, type Rules, withEntry } from './decision.js';
import { tellStaff } from './notices.js';
import { programmeOf } from './programme-of.js';
import type { RequestRecord } from './record.js';
import { isUrgent } from './is-urgent.js';
import { staffName } from './words.js';

export interface StandDown {
  /** A staff id. */
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

/** Whether somebody may end an emergency by their word: a contact of the duty leader's or the town leader's. */
export const mayStandDown = ({ town }: Rules, staff: string): boolean =>
  town.departments.some(
    ({ id, contacts }) =>
      [town.settings.departments.dutyLeader, town.settings.departments.townLeader].includes(id) &&
      contacts.includes(staff),
  );

/** A leader ends an emergency, with a reason: nobody has to do more. Undefined where it is none, or over. */
export function standDown(
  record: RequestRecord,
  rules: Rules,
  { by, reason, at }: StandDown,
): { record: RequestRecord; notices: Notice[] } | undefined {
  const { coordination } = record;
  if (!isUrgent(record) || record.status !== 'coordinating' || !coordination) return undefined;
  const { stages } = programmeOf(record, rules);
  const done = stages.flatMap(({ steps }, i) => steps.map(({ id }) => `${i}/${id}`));
  const ended = withEntry(
    { ...record, coordination: { ...coordination, done } },
    { at, type: 'stood-down', by, note: reason },
  );
  const asked = record.asks.flatMap(({ to }) => (to.who === 'staff' && to.staff !== by ? [to.staff] : []));
  const values = { person: staffName(rules.town, by), reason };
  return {
    record: ended,
    notices: [...new Set(asked)].map((staff) => tellStaff(ended, rules, staff, 'told-stood-down', values)),
  };
}
