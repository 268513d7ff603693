import type { Former, Post, Town } from '../town/schema.js';
import { heldPosts, isSamePost } from './held-posts.js';

/**
 * Everybody who held a post in the town's version before, or earlier, and does not in this one. Whoever holds a post
 * again is former no more; somebody who left long ago stays, for what they were asked may still be answered.
 */
export function noteFormer(before: Town, after: Town, since: number): Former[] {
  const held = heldPosts(before);
  const now = heldPosts(after);
  const left = before.staff.flatMap(({ id, name, phone, language }) => {
    const posts = lost(held.get(id), now.get(id));
    return posts.length === 0 ? [] : [{ id, name, phone, language, posts, since }];
  });
  const still = before.former.flatMap((former) => {
    const posts = lost(former.posts, now.get(former.id));
    return posts.length === 0 ? [] : [{ ...former, posts }];
  });
  return [...still, ...left];
}

const lost = (before: readonly Post[] = [], now: readonly Post[] = []): Post[] =>
  before.filter((post) => !now.some((one) => isSamePost(one, post)));
