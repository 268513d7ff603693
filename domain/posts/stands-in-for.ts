import * as z from 'zod';
import { localDate } from '../calendar/local-time.js';
import type { Post, Town } from '../town/schema.js';
import { holderOf, postName, postsOf } from './held-posts.js';
import { type Concern, inOffice, meantNow } from './in-office.js';
import { contactsOf } from './inspectors.js';
import { isOnLeave } from './leave.js';

const concernOf = (post: Post): Concern =>
  'grid' in post ? { grid: post.grid } : 'department' in post ? { department: post.department } : {};

/** In whose posts this person has a part now: of those who left, and of those they stand in for. */
export function standsInFor(town: Town, staff: string, at: number): string[] {
  const today = localDate(at, town.settings.timeZone);
  const away = town.staff.filter(({ id }) => id !== staff && isOnLeave(town.leave, id, today));
  const left = town.former.filter(({ id }) => id !== staff);
  const leadsHere = (id: string, posts: readonly Post[]): boolean =>
    posts.some((post) => meantNow(town, id, concernOf(post), at) === staff);
  return [
    ...new Set([
      ...away.filter(({ id }) => leadsHere(id, postsOf(town, id))).map(({ id }) => id),
      ...left
        .filter(({ id, posts }) => leadsHere(id, posts) || mayFallTo(town, posts, staff))
        .map(({ id }) => id),
    ]),
  ];
}

/** A matter that may be about whoever took a post over falls to another of its department, or of the desks. */
const mayFallTo = (town: Town, posts: readonly Post[], staff: string): boolean => {
  const { dutyDesk, dutyLeader, townLeader } = town.settings.departments;
  return posts.some(
    (post) =>
      'department' in post &&
      [post.department, dutyDesk, dutyLeader, townLeader].some((id) => contactsOf(town, id).includes(staff)),
  );
};

/** For whom they stood in until a leave ended: asks that they were told of then are their colleague's again. */
export const stoodInFor = (town: Town, staff: string, at: number): string[] => {
  const today = localDate(at, town.settings.timeZone);
  const over = town.leave.filter(
    (leave) => leave.to < today && !isOnLeave(town.leave, leave.staff, today) && leave.staff !== staff,
  );
  const mates = over.filter((leave) => {
    const then = { ...town, leave: town.leave.map((one) => (one === leave ? { ...one, to: today } : one)) };
    return postsOf(town, leave.staff).some(
      (post) => meantNow(then, leave.staff, concernOf(post), at) === staff,
    );
  });
  return [...new Set(mates.map((leave) => leave.staff))];
};

/** Somebody who began to be away, or whose posts others have now; `key` says which time it is. */
export const handoverSchema = z.object({
  key: z.string(),
  staff: z.string(),
  why: z.enum(['leave', 'left']),
});
export type Handover = z.infer<typeof handoverSchema>;

/** Everything that is handed over at this moment. */
export function handoversNow(town: Town, at: number): Handover[] {
  const today = localDate(at, town.settings.timeZone);
  const away = town.leave
    .filter(({ staff, from, to }) => from <= today && today <= to && inOffice(town, staff, {}) === staff)
    .map(({ staff, from }) => ({ key: `leave/${staff}/${from}`, staff, why: 'leave' }) as const);
  const left = town.former.map(
    ({ id, since, posts }) =>
      ({ key: `left/${id}/${since}${vacantOf(town, posts)}`, staff: id, why: 'left' }) as const,
  );
  return [...away, ...left];
}

/** Which of these posts nobody holds: whoever is appointed to one later takes the work over from whoever stood in. */
const vacantOf = (town: Town, posts: readonly Post[]): string =>
  posts
    .filter((post) => holderOf(town, post) === undefined)
    .map((post) => `/vacant ${postName(post)}`)
    .join('');
