import type { Department, Former, Grid, Post, Staff, Supervisor, Town } from '../town/schema.js';

/** The town as it would be with this person at work: back from leave, and on the posts that they left. */
export function withStillHere(town: Town, staff: string): Town {
  const left = town.former.filter(({ id }) => id === staff);
  const posts = left.flatMap((former) => former.posts);
  const isKnown = town.staff.some(({ id }) => id === staff);
  return {
    ...town,
    leave: town.leave.filter((leave) => leave.staff !== staff),
    former: town.former.filter(({ id }) => id !== staff),
    staff: isKnown ? town.staff : [...town.staff, ...left.slice(-1).map(asStaff)],
    grids: town.grids.map((grid) => posts.reduce(onGrid(staff), grid)),
    departments: town.departments.map((department) => posts.reduce(inDepartment(staff), department)),
    supervisors: town.supervisors.map((supervisor) => posts.reduce(overVillage(staff), supervisor)),
  };
}

/** Which duty they had is in no version of the town any more; for who is meant it is no matter. */
const asStaff = ({ id, name, phone, language }: Former): Staff => ({
  id,
  name,
  phone,
  language,
  duty: 'leader',
});

const onGrid =
  (staff: string) =>
  (grid: Grid, post: Post): Grid =>
    'grid' in post && post.grid === grid.number
      ? { ...grid, posts: { ...grid.posts, [post.post]: staff } }
      : grid;

const inDepartment =
  (staff: string) =>
  (department: Department, post: Post): Department =>
    'department' in post && post.department === department.id
      ? { ...department, contacts: department.contacts.toSpliced(post.place, 1, staff) }
      : department;

const overVillage =
  (staff: string) =>
  (supervisor: Supervisor, post: Post): Supervisor =>
    'village' in post && post.village === supervisor.village && post.role === supervisor.role
      ? { ...supervisor, staff }
      : supervisor;
