import type * as z from 'zod';
import {
  endedLeaveAnswer,
  ownLeaveAnswer,
  ownLeaveBody,
  signedInAnswer,
  signedOutAnswer,
  signInBody,
  signInCodeAnswer,
  signInCodeBody,
  staffQuery,
  staffWorkAnswer,
} from '../../contracts/staff.js';
import { type ApiRoute, json } from './api-route.js';

export const STAFF_BODIES: Readonly<Record<string, z.ZodType>> = {
  SignInCode: signInCodeBody,
  SignIn: signInBody,
  OwnLeave: ownLeaveBody,
};
export const STAFF_ANSWERS: Readonly<Record<string, z.ZodType>> = {
  SignInCodeSent: signInCodeAnswer,
  SignedIn: signedInAnswer,
  SignedOut: signedOutAnswer,
  StaffWork: staffWorkAnswer,
  LeaveTaken: ownLeaveAnswer,
  LeaveEnded: endedLeaveAnswer,
};

/** Staff with a phone and no link: a code by text, then a session, which a cookie of theirs holds. */
export const STAFF_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/staff/codes',
    summary: 'Texts a member of staff a code to sign in with; answered alike for a number that is nobody’s',
    query: staffQuery,
    body: json('SignInCode'),
    answers: { 202: json('SignInCodeSent') },
    problems: [400, 404, 413, 415, 422, 429, 500],
  },
  {
    method: 'post',
    path: '/staff/sessions',
    summary: 'Signs in with that code, which is worth nothing then; the session comes as a cookie',
    query: staffQuery,
    body: json('SignIn'),
    answers: { 201: json('SignedIn') },
    problems: [400, 404, 413, 415, 422, 429, 500],
  },
  {
    method: 'delete',
    path: '/staff/sessions',
    summary: 'Signs out',
    query: staffQuery,
    answers: { 200: json('SignedOut') },
    problems: [500],
  },
  {
    method: 'get',
    path: '/staff/work',
    summary: 'What whoever signed in is asked, the visits of the week and their leave, each with its link',
    query: staffQuery,
    answers: { 200: json('StaffWork') },
    problems: [401, 500],
  },
  {
    method: 'post',
    path: '/staff/leave',
    summary: 'Leave of whoever signed in; refused where nobody would stand in',
    query: staffQuery,
    body: json('OwnLeave'),
    answers: { 201: json('LeaveTaken') },
    problems: [400, 401, 413, 415, 422, 500],
  },
  {
    method: 'delete',
    path: '/staff/leave/{from}',
    summary: 'Ends it: who is back today was away until yesterday',
    query: staffQuery,
    answers: { 200: json('LeaveEnded') },
    problems: [401, 404, 409, 500],
  },
];
