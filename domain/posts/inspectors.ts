import type { Town } from '../town/schema.js';

/** Who is asked for a department, in order; nobody where the town no longer has it. */
export const contactsOf = ({ departments }: Town, id: string): readonly string[] =>
  departments.find((department) => department.id === id)?.contacts ?? [];

/** Who may come to look at a complaint: the inspection team, and the leaders where it is about all of that. */
const inspecting = ({ settings }: Town): readonly string[] => {
  const { inspectionTeam, townLeader, dutyLeader } = settings.departments;
  return [inspectionTeam, townLeader, dutyLeader];
};

/** The inspection team without those who are complained about; where that is everybody, the town leaders. */
export function inspectorsFor(town: Town, except: readonly string[]): readonly string[] {
  const each = inspecting(town).map((id) => contactsOf(town, id).filter((staff) => !except.includes(staff)));
  return (
    each.find((people) => people.length > 0) ?? contactsOf(town, town.settings.departments.inspectionTeam)
  );
}
