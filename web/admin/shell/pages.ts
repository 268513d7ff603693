import type { ComponentType } from 'react';
import type { Permission } from '../../../domain/access/permissions.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { AuditPage } from '../audit/audit-page.js';
import { DataPage } from '../data/data-page.js';
import { ExecutionPage } from '../executions/execution-page.js';
import { ExecutionsPage } from '../executions/executions-page.js';
import { FloodsPage } from '../floods/floods-page.js';
import { ProgrammePage } from '../programmes/programme-page.js';
import { ProgrammesPage } from '../programmes/programmes-page.js';
import { ReadingPage } from '../reading/reading-page.js';
import { BoardPage } from '../requests/board-page.js';
import { RequestPage } from '../requests/request-page.js';
import { StatisticsPage } from '../statistics/statistics-page.js';
import { TextsPage } from '../texts/texts-page.js';
import { GridsPage } from '../town/grids-page.js';
import { StaffPage } from '../town/staff-page.js';
import { RoundPage } from '../work/round-page.js';
import { RoundsPage } from '../work/rounds-page.js';
import { TaskPage } from '../work/task-page.js';
import { TasksPage } from '../work/tasks-page.js';
import type { PageName } from './words.js';

/** What a page is given of its address. */
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
  /** What it shows, as people say it; default: the last part of its address. */
  readonly titleOf?: (part: string) => string;
  readonly component: ComponentType<PageProps>;
}

/** Every page of the console, in the order of the navigation. The first that somebody may see is their first page. */
export const PAGES: readonly Page[] = [
  {
    path: '/requests',
    name: 'requests',
    permission: 'requests.read',
    section: 'work',
    component: BoardPage,
  },
  {
    path: '/requests/:id',
    name: 'request',
    permission: 'requests.read',
    above: '/requests',
    titleOf: shownNumber,
    component: RequestPage,
  },
  {
    path: '/executions',
    name: 'executions',
    permission: 'executions.read',
    section: 'work',
    component: ExecutionsPage,
  },
  {
    path: '/executions/:machine/:name',
    name: 'execution',
    permission: 'executions.read',
    above: '/executions',
    component: ExecutionPage,
  },
  {
    path: '/tasks',
    name: 'tasks',
    permission: 'requests.read',
    section: 'work',
    component: TasksPage,
  },
  {
    path: '/tasks/:id',
    name: 'task',
    permission: 'requests.read',
    above: '/tasks',
    component: TaskPage,
  },
  {
    path: '/floods',
    name: 'floods',
    permission: 'texts.read',
    section: 'work',
    component: FloodsPage,
  },
  {
    path: '/texts',
    name: 'texts',
    permission: 'texts.read',
    section: 'work',
    component: TextsPage,
  },
  {
    path: '/grids',
    name: 'grids',
    permission: 'town.read',
    section: 'town',
    component: GridsPage,
  },
  {
    path: '/staff',
    name: 'staff',
    permission: 'town.read',
    section: 'town',
    component: StaffPage,
  },
  {
    path: '/programmes',
    name: 'programmes',
    permission: 'town.read',
    section: 'town',
    component: ProgrammesPage,
  },
  {
    path: '/programmes/:id',
    name: 'programme',
    permission: 'town.read',
    above: '/programmes',
    component: ProgrammePage,
  },
  {
    path: '/reading',
    name: 'reading',
    permission: 'reading.teach',
    section: 'town',
    component: ReadingPage,
  },
  {
    path: '/data',
    name: 'data',
    permission: 'town.change',
    section: 'town',
    component: DataPage,
  },
  {
    path: '/rounds',
    name: 'rounds',
    permission: 'requests.read',
    section: 'oversight',
    component: RoundsPage,
  },
  {
    path: '/rounds/:kind/:date',
    name: 'round',
    permission: 'requests.read',
    above: '/rounds',
    component: RoundPage,
  },
  {
    path: '/audit',
    name: 'audit',
    permission: 'audit.read',
    section: 'oversight',
    component: AuditPage,
  },
  {
    path: '/statistics',
    name: 'statistics',
    permission: 'statistics.read',
    section: 'oversight',
    component: StatisticsPage,
  },
];

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
