import type { Permission } from '../../../domain/access/permissions.js';
import type { Language } from '../../../domain/words/language.js';
import type { LaterComponent } from './later-part.js';
import type { PageName } from './words.js';

/** The parts of its address that a page gets. */
export interface PageProps {
  /** The parts of the path that the pattern names. */
  readonly parts: Readonly<Record<string, string>>;
  readonly search: string;
}

export type Section = 'work' | 'town' | 'oversight';

/** One page of the console. */
export interface Page {
  /** `/executions/:machine/:name`. */
  readonly path: string;
  /** Its name in the catalogue. */
  readonly name: PageName;
  /** Without it the page is neither in the navigation nor shown. */
  readonly permission: Permission;
  /** Where the navigation lists it; a page below another is reached from there. */
  readonly section?: Section;
  /** The page above it, by its path. */
  readonly above?: string;
  /**
   * Its subject, as people say it; default: the last part of its address; undefined while that is not known: the name
   * of the page.
   */
  readonly titleOf?: (part: string, language: Language) => string | undefined;
  /** Made to be printed: shown without the navigation. */
  readonly isPaper?: true;
  readonly component: LaterComponent<PageProps>;
}

/** The values of a pattern's names in a path; undefined when it does not match. */
export function partsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/\/$/, '').split('/');
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [position, want] of wanted.entries()) {
    const part = given[position] ?? '';
    if (want.startsWith(':')) parts[want.slice(1)] = decodeURIComponent(part);
    else if (want !== part) return undefined;
  }
  return parts;
}

export interface FoundPage {
  readonly page: Page;
  readonly parts: Readonly<Record<string, string>>;
}

/** The page at a path; undefined when there is none. */
export function findPage(pages: readonly Page[], path: string): FoundPage | undefined {
  for (const page of pages) {
    const parts = partsOf(page.path, path);
    if (parts) return { page, parts };
  }
  return undefined;
}
