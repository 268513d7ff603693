import { noteFormer } from '../../../domain/posts/note-former.js';
import { ownerNow } from '../../../domain/request/owner-of.js';
import type { Town } from '../../../domain/town/schema.js';
import { townNames } from '../../../domain/editing/changes-in-words.js';
import type { ConsoleCall } from '../../http/route-handler.js';
import type { Managing } from './managing.js';

interface Next {
  readonly stored: Town;
  readonly next: Town;
  readonly version: number;
}

/** How many open requests somebody else owns once these people are in their posts, in words. */
export async function openRequestsMoved(
  { board }: Pick<Managing, 'board'>,
  { user, at, language }: ConsoleCall,
  { stored, next, version }: Next,
): Promise<string[]> {
  if (!isAboutPeople(stored, next)) return [];
  const after = { ...next, former: noteFormer(stored, next, version + 1) };
  const open = await board.openSince(user.town, { from: at, to: at });
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const facts of open) {
    if (facts.closedAs !== undefined) continue;
    const [from, to] = [ownerNow(facts, stored, at), ownerNow(facts, after, at)];
    if (from === undefined || to === undefined || from === to) continue;
    const known = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
    counts.set(`${from} ${to}`, { ...known, count: known.count + 1 });
  }
  const names = townNames(stored, next)('staff');
  const nameOf = (id: string): string => names.get(id)?.[language] ?? id;
  return [...counts.values()].map(({ from, to, count }) =>
    language === 'en'
      ? `${count} open ${count === 1 ? 'request goes' : 'requests go'} over from ${nameOf(from)} to ${nameOf(to)}`
      : `${nameOf(from)}名下${count}件未办结的诉求改由${nameOf(to)}负责`,
  );
}

const PEOPLE = ['staff', 'grids', 'departments', 'supervisors'] as const;

const isAboutPeople = (before: Town, after: Town): boolean =>
  PEOPLE.some((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
