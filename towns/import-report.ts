import type { Bilingual } from '../domain/words/language.js';
import type { ReferredSection, Unread } from '../domain/town-checks/known-ids.js';
import type { TownPath } from '../domain/town/town-problem.js';
import type { Problem, ProblemPosition } from './problem.js';

/** Says where in the files the rest of a path is. */
export type Locate = (rest: TownPath) => ProblemPosition;

/**
 * The findings while a folder is read: the problems, the ids that could not be read, and which part of the town stands
 * where in which file.
 */
export class ImportReport {
  readonly problems: Problem[] = [];
  private readonly unreadIds = new Map<ReferredSection, 'all' | Set<string>>();
  private readonly locators = new Map<string, Locate>();

  add(position: ProblemPosition, message: Bilingual): void {
    this.problems.push({ ...position, message });
  }

  addAt(path: TownPath, message: Bilingual): void {
    this.problems.push({ ...this.locate(path), message });
  }

  /** Notes an id that stands in the files but could not be read; without an id, that all of a section could not. */
  missed(section: ReferredSection, id?: string): void {
    const known = this.unreadIds.get(section);
    if (id === undefined) this.unreadIds.set(section, 'all');
    else if (known === undefined) this.unreadIds.set(section, new Set([id]));
    else if (known !== 'all') known.add(id);
  }

  unread(): Unread {
    return Object.fromEntries(this.unreadIds);
  }

  /** Notes where a part of the town was read. */
  remember(path: TownPath, locate: Locate): void {
    this.locators.set(JSON.stringify(path), locate);
  }

  private locate(path: TownPath): ProblemPosition {
    for (let length = path.length; length > 0; length -= 1) {
      const locate = this.locators.get(JSON.stringify(path.slice(0, length)));
      if (locate) return locate(path.slice(length));
    }
    return { file: '.', field: path.join('.') };
  }
}
