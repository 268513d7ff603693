import { createElement } from 'react';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { BoardPage } from './requests/board-page.js';
import { createLater } from './shell/later-part.js';
import type { Page } from './shell/pages.js';

/** The parts that the board does not wait for. */
export const { later, load: loadLater, loaded } = createLater(() => import('./later.js'));

const bulkForm = later(({ BulkForm }) => BulkForm);

/** Every page of the console, in the order of the navigation; all but the board stand in `later.ts`. */
export const PAGES: readonly Page[] = [
  {
    path: '/requests',
    name: 'requests',
    permission: 'requests.read',
    section: 'work',
    component: (props) => createElement(BoardPage, { ...props, bulkForm }),
  },
  {
    path: '/requests/:id',
    name: 'request',
    permission: 'requests.read',
    above: '/requests',
    titleOf: (id) => shownNumber(id),
    component: later(({ RequestPage }) => RequestPage),
  },
  {
    path: '/requests/:id/supervision-order',
    name: 'supervisionOrder',
    permission: 'requests.read',
    above: '/requests',
    titleOf: shownNumber,
    component: later(({ OrderPage }) => OrderPage),
  },
  {
    path: '/requests/:id/case-file',
    name: 'caseFile',
    permission: 'requests.read',
    above: '/requests',
    titleOf: shownNumber,
    component: later(({ CaseFilePage }) => CaseFilePage),
  },
  {
    path: '/executions',
    name: 'executions',
    permission: 'executions.read',
    section: 'work',
    component: later(({ ExecutionsPage }) => ExecutionsPage),
  },
  {
    path: '/executions/waiting',
    name: 'waiting',
    permission: 'executions.read',
    section: 'work',
    component: later(({ WaitingPage }) => WaitingPage),
  },
  {
    path: '/executions/:machine/:name',
    name: 'execution',
    permission: 'executions.read',
    above: '/executions',
    component: later(({ ExecutionPage }) => ExecutionPage),
  },
  {
    path: '/tasks',
    name: 'tasks',
    permission: 'requests.read',
    section: 'work',
    component: later(({ TasksPage }) => TasksPage),
  },
  {
    path: '/tasks/:id',
    name: 'task',
    permission: 'requests.read',
    above: '/tasks',
    component: later(({ TaskPage }) => TaskPage),
  },
  {
    path: '/floods',
    name: 'floods',
    permission: 'texts.read',
    section: 'work',
    component: later(({ FloodsPage }) => FloodsPage),
  },
  {
    path: '/texts',
    name: 'texts',
    permission: 'texts.read',
    section: 'work',
    component: later(({ TextsPage }) => TextsPage),
  },
  {
    path: '/grids',
    name: 'grids',
    permission: 'town.read',
    section: 'town',
    component: later(({ GridsPage }) => GridsPage),
  },
  {
    path: '/staff',
    name: 'staff',
    permission: 'town.read',
    section: 'town',
    component: later(({ StaffPage }) => StaffPage),
  },
  {
    path: '/posters',
    name: 'posters',
    permission: 'town.read',
    section: 'town',
    isPaper: true,
    component: later(({ PostersPage }) => PostersPage),
  },
  {
    path: '/programmes',
    name: 'programmes',
    permission: 'town.read',
    section: 'town',
    component: later(({ ProgrammesPage }) => ProgrammesPage),
  },
  {
    path: '/programmes/:id',
    name: 'programme',
    permission: 'town.read',
    above: '/programmes',
    // Its heading has the name; the code in the address is none.
    titleOf: () => undefined,
    component: later(({ ProgrammePage }) => ProgrammePage),
  },
  {
    path: '/reading',
    name: 'reading',
    permission: 'reading.teach',
    section: 'town',
    component: later(({ ReadingPage }) => ReadingPage),
  },
  {
    path: '/editor',
    name: 'editor',
    permission: 'town.change',
    section: 'town',
    component: later(({ EditorPage }) => EditorPage),
  },
  {
    path: '/editor/:section',
    name: 'editing',
    permission: 'town.change',
    above: '/editor',
    titleOf: (section, language) => loaded()?.sectionTitle(section, language),
    component: later(({ EditorPage }) => EditorPage),
  },
  {
    path: '/versions',
    name: 'versions',
    permission: 'town.change',
    section: 'town',
    component: later(({ VersionsPage }) => VersionsPage),
  },
  {
    path: '/data',
    name: 'data',
    permission: 'town.change',
    section: 'town',
    component: later(({ DataPage }) => DataPage),
  },
  {
    path: '/rounds',
    name: 'rounds',
    permission: 'requests.read',
    section: 'oversight',
    component: later(({ RoundsPage }) => RoundsPage),
  },
  {
    path: '/rounds/:kind/:date',
    name: 'round',
    permission: 'requests.read',
    above: '/rounds',
    titleOf: (date, language) => loaded()?.roundDay(date, language),
    component: later(({ RoundPage }) => RoundPage),
  },
  {
    path: '/rounds/:kind/:date/sheets',
    name: 'sheets',
    permission: 'inspections.read',
    above: '/rounds',
    isPaper: true,
    component: later(({ SheetsPage }) => SheetsPage),
  },
  {
    path: '/audit',
    name: 'audit',
    permission: 'audit.read',
    section: 'oversight',
    component: later(({ AuditPage }) => AuditPage),
  },
  {
    path: '/statistics',
    name: 'statistics',
    permission: 'statistics.read',
    section: 'oversight',
    component: later(({ StatisticsPage }) => StatisticsPage),
  },
  {
    path: '/statistics/requests',
    name: 'counted',
    permission: 'requests.read',
    above: '/statistics',
    component: later(({ CountedPage }) => CountedPage),
  },
  {
    path: '/statistics/report',
    name: 'monthlyReport',
    permission: 'statistics.read',
    above: '/statistics',
    component: later(({ ReportPage }) => ReportPage),
  },
];
