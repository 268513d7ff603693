import * as z from 'zod';
import { bilingualSchema } from '../../domain/words/language.js';
import { isoDate } from '../../domain/town/field-schemas.js';
import { askFact, reportingsAnswer, staffAskKind } from './ask.js';
import { route } from '../route.js';
import { code, codePlace, COMMON_QUERY, day, phone, townManner } from '../words.js';

export const staffQuery = z.object(COMMON_QUERY);

export const signInCodeBody = z.strictObject({ phone }).meta({ id: 'SignInCode' });
export const signInBody = z.strictObject({ phone, code, asked: codePlace.optional() }).meta({ id: 'SignIn' });

export const signInCodeAnswer = z
  .strictObject({
    minutes: z
      .number()
      .int()
      .describe('How long the code holds, if one was sent; the answer is the same if none was'),
    asked: codePlace.describe('Sent back with the code, it holds on another network, too'),
  })
  .meta({ id: 'SignInCodeSent' });

export const signedInAnswer = z
  .strictObject({
    name: z.string(),
    until: z.iso.datetime().describe('When one must sign in again'),
  })
  .meta({ id: 'SignedIn' });

export const signedOutAnswer = z.strictObject({}).meta({ id: 'SignedOut' });

const dates = { from: isoDate, to: isoDate };

export const ownLeaveBody = z.strictObject({ from: day, to: day }).meta({ id: 'OwnLeave' });
export const ownLeaveAnswer = z
  .strictObject({
    ...dates,
    imported: z.boolean().describe("Whether it stands in the town's files, and is changed there"),
  })
  .meta({ id: 'LeaveTaken' });
export const endedLeaveAnswer = z
  .strictObject({
    leave: z.strictObject(dates).optional().describe('What is left of it: the days before today'),
  })
  .meta({ id: 'LeaveEnded' });

const link = z.string().describe('The signed link to it: path and query');

/** The work of somebody of the staff. */
export const staffWorkAnswer = z
  .strictObject({
    ...signedInAnswer.shape,
    town: townManner,
    asks: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: staffAskKind,
          code: z.string().describe('By which it can be answered by text, too'),
          request: z.string().optional().describe('The number of the request it is about, as people say it'),
          facts: z.array(askFact),
          until: z.iso.datetime(),
          link,
        }),
      )
      .describe('What they are asked and have not answered, what is due first before the rest'),
    owned: z
      .array(
        z.strictObject({
          request: z.string().describe('Its number, as people say it'),
          category: z.string(),
          place: z.string(),
          due: z.iso.datetime().optional(),
          departments: reportingsAnswer.optional().describe('Of several who work on it, how far each is'),
        }),
      )
      .default([])
      .describe('The open requests that they own, and may put right; what is due first before the rest'),
    correctsAny: z.literal(true).optional().describe('They may put any request right, by its number'),
    visits: z
      .array(
        z.strictObject({
          grid: z.number().int(),
          name: bilingualSchema,
          until: z.iso.datetime(),
          due: z.number().int().describe('Households on the list of the week'),
          left: z.number().int().describe('How many of them are still to be visited'),
          link,
        }),
      )
      .describe('The lists of this week of the grids of whose team they are'),
    leave: z.array(ownLeaveAnswer).describe('Leave that is not over'),
  })
  .meta({ id: 'StaffWork' });

// --- staff with a phone and no link: a code by text, then a session, which a cookie of theirs holds
// --------------------------

export const signInCodeRoute = route({
  method: 'POST',
  path: '/staff/codes',
  summary: 'Texts a member of staff a code to sign in with; answered alike for a number that is nobody’s',
  query: staffQuery,
  body: signInCodeBody,
  answers: { 202: signInCodeAnswer },
  problems: [400, 404, 413, 415, 422, 429, 500],
});

export const signInRoute = route({
  method: 'POST',
  path: '/staff/sessions',
  summary: 'Signs in with that code, which is worth nothing then; the session comes as a cookie',
  query: staffQuery,
  body: signInBody,
  answers: { 201: signedInAnswer },
  problems: [400, 404, 413, 415, 422, 429, 500],
});

export const signOutRoute = route({
  method: 'DELETE',
  path: '/staff/sessions',
  summary: 'Signs out',
  query: staffQuery,
  answers: { 200: signedOutAnswer },
  problems: [500],
});

export const workRoute = route({
  method: 'GET',
  path: '/staff/work',
  summary: 'What whoever signed in is asked, the visits of the week and their leave, each with its link',
  query: staffQuery,
  answers: { 200: staffWorkAnswer },
  problems: [401, 500],
});

export const takeLeaveRoute = route({
  method: 'POST',
  path: '/staff/leave',
  summary: 'Leave of whoever signed in; refused where nobody would stand in',
  query: staffQuery,
  body: ownLeaveBody,
  answers: { 201: ownLeaveAnswer },
  problems: [400, 401, 413, 415, 422, 500],
});

export const endLeaveRoute = route({
  method: 'DELETE',
  path: '/staff/leave/{from}',
  summary: 'Ends it: who is back today was away until yesterday',
  query: staffQuery,
  answers: { 200: endedLeaveAnswer },
  problems: [401, 404, 409, 500],
});
