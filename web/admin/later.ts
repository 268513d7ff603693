/**
 * Every page that is loaded once the board is there, and the board's form for several requests, in one file. `pages.ts` names them by
 * `later`; the build refuses a page that it imports itself.
 */
export { AuditPage } from './audit/audit-page.js';
export { DataPage } from './data/data-page.js';
export { EditorPage } from './editing/editor-page.js';
export { executionTitle } from './executions/execution-title.js';
export { sectionTitle } from './editing/section-title.js';
export { VersionsPage } from './editing/versions-page.js';
export { ExecutionPage } from './executions/execution-page.js';
export { ExecutionsPage } from './executions/executions-page.js';
export { WaitingPage } from './executions/waiting-page.js';
export { FloodsPage } from './floods/floods-page.js';
export { ReportPage } from './papers/report-page.js';
export { CaseFilePage, OrderPage } from './papers/request-paper-page.js';
export { PostersPage } from './posters/posters-page.js';
export { ProgrammePage } from './programmes/programme-page.js';
export { ProgrammesPage } from './programmes/programmes-page.js';
export { ReadingPage } from './reading/reading-page.js';
export { BulkForm } from './requests/bulk-form.js';
export { CountedPage } from './requests/counted-page.js';
export { RequestPage } from './requests/request-page.js';
export { StatisticsPage } from './statistics/statistics-page.js';
export { TextsPage } from './texts/texts-page.js';
export { GridsPage } from './town/grids-page.js';
export { StaffPage } from './town/staff-page.js';
export { RoundPage } from './work/round-page.js';
export { RoundsPage } from './work/rounds-page.js';
export { roundDay } from './work/use-round-date.js';
export { SheetsPage } from './inspection-sheets/sheets-page.js';
export { TaskPage } from './work/task-page.js';
export { TasksPage } from './work/tasks-page.js';
