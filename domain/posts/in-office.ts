import { localDate } from '../calendar/local-time.js';
import type { Post, Town } from '../town/schema.js';
import { climb, type LadderStart } from './climb.js';
import { holderOf, postsOf } from './held-posts.js';
import { isOnLeave } from './leave.js';

/** The scope of a matter: it tells as which of their posts somebody has to do with it. */
export interface Concern {
  readonly grid?: number | undefined;
  readonly department?: string | undefined;
}

const concerns = (post: Post, { grid, department }: Concern): boolean =>
  'grid' in post ? post.grid === grid : 'department' in post && post.department === department;

/** The post that the matter belongs to, else any. */
const nearest = (posts: readonly Post[], concern: Concern): Post | undefined =>
  posts.find((post) => concerns(post, concern)) ?? posts[0];

/** The former posts of somebody, the latest first. */
const formerPosts = (town: Town, staff: string): Post[] =>
  town.former
    .filter(({ id }) => id === staff)
    .toReversed()
    .flatMap(({ posts }) => posts);

/** The post by which somebody else has taken their place; undefined where they are in office. */
function postLeft(town: Town, staff: string, concern: Concern): Post | 'none' | undefined {
  const left = formerPosts(town, staff);
  if (!town.staff.some(({ id }) => id === staff)) return nearest(left, concern) ?? 'none';
  // Whoever has another post, and none here any more, has left this one only.
  const here = left.find((post) => concerns(post, concern));
  return here && !postsOf(town, staff).some((post) => concerns(post, concern)) ? here : undefined;
}

/** Where a matter goes for which nobody is in office: up its grid's ladder, or its department's, else to the desk. */
function ladderAbove(town: Town, { grid, department }: Concern): LadderStart {
  if (town.grids.some(({ number }) => number === grid) && grid !== undefined) return { ladder: 'grid', grid };
  const isKnown = town.departments.some(({ id }) => id === department);
  return {
    ladder: 'department',
    department: isKnown && department !== undefined ? department : town.settings.departments.dutyDesk,
  };
}

/** As which matter somebody with this post is asked. */
const concernOf = (post: Post, other: Concern): Concern =>
  'grid' in post
    ? { grid: post.grid }
    : 'department' in post
      ? { department: post.department }
      : { department: other.department };

/**
 * Who holds what this person held, as the town's data now is: they themselves while they are in office, else whoever
 * has their post, else the next up its ladder. Leave is not looked at: whoever is away stays in office.
 */
export function inOffice(town: Town, staff: string, concern: Concern): string {
  const left = postLeft(town, staff, concern);
  if (left === undefined) return staff;
  const holder = left === 'none' ? undefined : holderOf(town, left);
  if (holder !== undefined) return holder;
  const everybody = { ...town, leave: [] };
  return climb(everybody, ladderAbove(town, left === 'none' ? concern : concernOf(left, concern)), 0, 0)
    .staff;
}

/**
 * Who is meant now where a record names this person: whoever is in office and, while they are on leave, whoever stands
 * in, by the ladder of the post by which they have to do with it. Whoever has no post has nobody who stands in.
 */
export function meantNow(town: Town, staff: string, concern: Concern, at: number): string {
  const held = inOffice(town, staff, concern);
  if (!isOnLeave(town.leave, held, localDate(at, town.settings.timeZone))) return held;
  // Whoever took a post over is away from that post, whatever others they hold.
  const left = postLeft(town, staff, concern);
  const by = left === undefined || left === 'none' ? concern : concernOf(left, concern);
  const post = nearest(postsOf(town, held), by);
  if (post === undefined || 'village' in post) return held;
  const { ladder, rung } = standingOf(town, post);
  return climb(town, ladder, rung, at).staff;
}

/** Where a stand-in for a post is looked for: up its grid's ladder, or among all contacts of a department. */
function standingOf(town: Town, post: Exclude<Post, { village: string }>) {
  if ('department' in post)
    return { ladder: { ladder: 'department', department: post.department }, rung: 0 } as const;
  const rung = town.settings.ladder.indexOf(`post-${post.post}`);
  return { ladder: { ladder: 'grid', grid: post.grid }, rung: Math.max(rung, 0) } as const;
}
