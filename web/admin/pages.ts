import { shownNumber } from '../../contracts/pages/request-number.js';
import { AuditPage } from './audit/audit-page.js';
import { DataPage } from './data/data-page.js';
import { ExecutionPage } from './executions/execution-page.js';
import { ExecutionsPage } from './executions/executions-page.js';
import { WaitingPage } from './executions/waiting-page.js';
import { FloodsPage } from './floods/floods-page.js';
import { PostersPage } from './posters/posters-page.js';
import { ProgrammePage } from './programmes/programme-page.js';
import { ProgrammesPage } from './programmes/programmes-page.js';
import { ReadingPage } from './reading/reading-page.js';
import { BoardPage } from './requests/board-page.js';
import { RequestPage } from './requests/request-page.js';
import { StatisticsPage } from './statistics/statistics-page.js';
import { TextsPage } from './texts/texts-page.js';
import { GridsPage } from './town/grids-page.js';
import { StaffPage } from './town/staff-page.js';
import { RoundPage } from './work/round-page.js';
import { RoundsPage } from './work/rounds-page.js';
import { SheetsPage } from './inspection-sheets/sheets-page.js';
import { TaskPage } from './work/task-page.js';
import { TasksPage } from './work/tasks-page.js';
import type { Page } from './shell/pages.js';

/** Every page of the console, in the order of the navigation. */
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
    path: '/executions/waiting',
    name: 'waiting',
    permission: 'executions.read',
    section: 'work',
    component: WaitingPage,
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
    path: '/posters',
    name: 'posters',
    permission: 'town.read',
    section: 'town',
    sheet: true,
    component: PostersPage,
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
    path: '/rounds/:kind/:date/sheets',
    name: 'sheets',
    permission: 'inspections.read',
    above: '/rounds',
    sheet: true,
    component: SheetsPage,
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
