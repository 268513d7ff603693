import type * as z from 'zod';
import { auditAnswer, auditQuery } from '../../contracts/console-audit.js';
import {
  changedAnswer,
  exportAnswer,
  importAnswer,
  importBody,
  leaveAnswer,
  leaveBody,
  postsBody,
  programmeAnswer,
  programmeBody,
  staffBody,
  townAnswer,
  townPartAnswer,
} from '../../contracts/console-town.js';
import { commonQuery } from '../../contracts/town.js';
import { type ApiRoute, REFUSED, UNREADABLE, json } from './api-route.js';

export const CONSOLE_TOWN_BODIES: Readonly<Record<string, z.ZodType>> = {
  ProgrammeChange: programmeBody,
  StaffChange: staffBody,
  PostsChange: postsBody,
  LeaveAdded: leaveBody,
  TownImport: importBody,
};

export const CONSOLE_TOWN_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  ConsoleTown: townAnswer,
  TownPart: townPartAnswer,
  Programme: programmeAnswer,
  TownChanged: changedAnswer,
  LeaveItem: leaveBody,
  Leave: leaveAnswer,
  TownImported: importAnswer,
  TownExport: exportAnswer,
  Audit: auditAnswer,
};

interface Described extends Pick<ApiRoute, 'method' | 'path' | 'summary' | 'answers' | 'problems'> {
  readonly body?: string;
  readonly query?: z.ZodType;
}

const described = ({ body, query = commonQuery, ...route }: Described): ApiRoute => ({
  ...route,
  needsToken: true,
  query,
  ...(body === undefined ? {} : { body: json(body) }),
});

/** A part changed, or what is wrong with it. */
const changes = (path: string, summary: string, body: string): ApiRoute =>
  described({
    method: 'put',
    path,
    summary,
    body,
    answers: { 200: json('TownChanged') },
    problems: [...UNREADABLE, ...REFUSED, 409, 422],
  });

const reads = (path: string, summary: string, answer: string, problems = REFUSED): ApiRoute =>
  described({ method: 'get', path, summary, answers: { 200: json(answer) }, problems });

/** The town's data, and the audit trail. */
export const CONSOLE_TOWN_ROUTES: readonly ApiRoute[] = [
  reads('/admin/town', 'Which version of the data stands, and how much is in it', 'ConsoleTown'),
  reads(
    '/admin/town/{part}',
    'A part of the data; phones of staff whole for whoever may see them, else masked',
    'TownPart',
  ),
  reads('/admin/town/programmes/{id}', 'One programme', 'Programme'),
  changes('/admin/town/programmes/{id}', 'Changes or adds a programme', 'ProgrammeChange'),
  changes('/admin/town/staff/{id}', 'Changes or adds one of the staff', 'StaffChange'),
  changes('/admin/town/posts/{grid}', 'Changes who holds the posts of a grid', 'PostsChange'),
  reads('/admin/town/leave', 'Who is away when', 'Leave'),
  described({
    method: 'post',
    path: '/admin/town/leave',
    summary: 'Adds leave; refused where nobody would stand in',
    body: 'LeaveAdded',
    answers: { 201: json('LeaveItem') },
    problems: [...UNREADABLE, ...REFUSED, 422],
  }),
  described({
    method: 'delete',
    path: '/admin/town/leave/{staff}/{from}',
    summary: 'Takes back leave that was added; that of the files is changed there',
    answers: { 200: json('LeaveItem') },
    problems: [...REFUSED, 409],
  }),
  described({
    method: 'post',
    path: '/admin/town/import',
    summary: 'The whole town, or some of its files: all takes effect, or nothing',
    body: 'TownImport',
    answers: { 200: json('TownImported') },
    problems: [...UNREADABLE, ...REFUSED, 409, 422],
  }),
  reads('/admin/town/export', 'The files that an import takes', 'TownExport'),
  described({
    method: 'get',
    path: '/admin/audit',
    summary: 'Who looked at what, and changed what, the latest first',
    query: auditQuery,
    answers: { 200: json('Audit') },
    problems: [400, 403, 500],
  }),
];
