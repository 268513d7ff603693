import type { Post, Town } from '../town/schema.js';

const GRID_POSTS = ['a', 'b', 'c'] as const;

/** Whoever holds a post of this grid, the head first; a vacant post is passed over. */
export const teamOf = ({ grids }: Pick<Town, 'grids'>, grid: number | undefined): string[] => {
  const posts = grids.find(({ number }) => number === grid)?.posts;
  return GRID_POSTS.flatMap((post) => posts?.[post] ?? []);
};

export const isSamePost = (one: Post, other: Post): boolean => postName(one) === postName(other);

/** A post by a name of its own. */
export const postName = (post: Post): string => {
  if ('grid' in post) return `grid ${post.grid} ${post.post}`;
  return 'department' in post ? `department ${post.department}` : `village ${post.village} ${post.role}`;
};

/** Everything that somebody holds; of a department once, wherever among its contacts they stand. */
export const postsOf = (town: Town, staff: string): Post[] => [
  ...town.grids.flatMap(({ number: grid, posts }) =>
    GRID_POSTS.filter((post) => posts[post] === staff).map((post) => ({ grid, post })),
  ),
  ...town.departments.flatMap(({ id: department, contacts }) => {
    const place = contacts.indexOf(staff);
    return place < 0 ? [] : [{ department, place }];
  }),
  ...town.supervisors
    .filter((supervisor) => supervisor.staff === staff)
    .map(({ village, role }) => ({ village, role })),
];

/** Who holds a post now: of a department whoever took that place, else its first contact; nobody where it is vacant, or there is no such post any more. */
export function holderOf(town: Town, post: Post): string | undefined {
  if ('grid' in post) return town.grids.find(({ number }) => number === post.grid)?.posts[post.post];
  if ('department' in post) {
    const contacts = town.departments.find(({ id }) => id === post.department)?.contacts;
    return contacts?.[post.place] ?? contacts?.[0];
  }
  return town.supervisors.find(({ village, role }) => village === post.village && role === post.role)?.staff;
}
