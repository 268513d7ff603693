import type { Town } from '../town/schema.js';

/** Who is asked for a department, in order; nobody where the town no longer has it. */
export const contactsOf = ({ departments }: Town, id: string): readonly string[] =>
  departments.find((department) => department.id === id)?.contacts ?? [];

/** The inspection team without those who are complained about; where that is everybody, the town leaders. */
export function inspectorsFor(town: Town, except: readonly string[]): readonly string[] {
  const { inspectionTeam, townLeader, dutyLeader } = town.settings.departments;
  const each = [inspectionTeam, townLeader, dutyLeader].map((id) =>
    contactsOf(town, id).filter((staff) => !except.includes(staff)),
  );
  return each.find((people) => people.length > 0) ?? contactsOf(town, inspectionTeam);
}
