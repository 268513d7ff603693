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

/** Everybody's posts: of a grid; of a department once, wherever among its contacts they stand; of a village. */
export function heldPosts(town: Town): ReadonlyMap<string, readonly Post[]> {
  const held = new Map<string, Post[]>();
  const add = (staff: string, post: Post): void => void held.set(staff, [...(held.get(staff) ?? []), post]);
  for (const { number: grid, posts } of town.grids)
    for (const post of GRID_POSTS) if (posts[post] !== undefined) add(posts[post], { grid, post });
  for (const { id: department, contacts } of town.departments)
    for (const staff of new Set(contacts)) add(staff, { department, place: contacts.indexOf(staff) });
  for (const { staff, village, role } of town.supervisors) add(staff, { village, role });
  return held;
}

export const postsOf = (town: Town, staff: string): readonly Post[] => heldPosts(town).get(staff) ?? [];

/** Who holds a post now: whoever took it, else the department's first contact; nobody where it is vacant or gone. */
export function holderOf(town: Town, post: Post): string | undefined {
  if ('grid' in post) return town.grids.find(({ number }) => number === post.grid)?.posts[post.post];
  if ('department' in post) {
    const contacts = town.departments.find(({ id }) => id === post.department)?.contacts;
    return contacts?.[post.place] ?? contacts?.[0];
  }
  return town.supervisors.find(({ village, role }) => village === post.village && role === post.role)?.staff;
}
