import type { Former, Post, Town } from '../town/schema.js';
import { isSamePost, postsOf } from './held-posts.js';

/**
 * Everybody who held a post in the town's version before, or earlier, and does not in this one. Whoever holds a post again is former no more; somebody
 * who left long ago stays, for what they were asked may still be answered.
 */
export function noteFormer(before: Town, after: Town, since: number): Former[] {
  const left = before.staff.flatMap(({ id, name, phone, language }) => {
    const posts = lost(after, id, postsOf(before, id));
    return posts.length === 0 ? [] : [{ id, name, phone, language, posts, since }];
  });
  const still = before.former.flatMap((former) => {
    const posts = lost(after, former.id, former.posts);
    return posts.length === 0 ? [] : [{ ...former, posts }];
  });
  return [...still, ...left];
}

const lost = (town: Town, staff: string, posts: readonly Post[]): Post[] => {
  const held = postsOf(town, staff);
  return posts.filter((post) => !held.some((one) => isSamePost(one, post)));
};
