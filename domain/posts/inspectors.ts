import type { Post, Town } from '../town/schema.js';

/** Who is asked for a department, in order; nobody where the town no longer has it. */
export const contactsOf = ({ departments }: Town, id: string): readonly string[] =>
  departments.find((department) => department.id === id)?.contacts ?? [];

/** Who may come to look at a complaint: the inspection team, and the leaders where it is about all of that. */
const inspecting = ({ settings }: Town): readonly string[] => {
  const { inspectionTeam, townLeader, dutyLeader } = settings.departments;
  return [inspectionTeam, townLeader, dutyLeader];
};

const mayInspect = (town: Town, staff: string): boolean =>
  inspecting(town).some((id) => contactsOf(town, id).includes(staff));

/** Whether somebody looked at complaints by a post that they have no more. */
export const hasLeftInspection = (town: Town, staff: string): boolean =>
  !mayInspect(town, staff) &&
  town.former.some(({ id, posts }) => id === staff && posts.some((post) => isInspecting(town, post)));

const isInspecting = (town: Town, post: Post): boolean =>
  'department' in post && inspecting(town).includes(post.department);

/** The inspection team without those who are complained about; where that is everybody, the town leaders. */
export function inspectorsFor(town: Town, except: readonly string[]): readonly string[] {
  const each = inspecting(town).map((id) => contactsOf(town, id).filter((staff) => !except.includes(staff)));
  return (
    each.find((people) => people.length > 0) ?? contactsOf(town, town.settings.departments.inspectionTeam)
  );
}
