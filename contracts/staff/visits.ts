import * as z from 'zod';
import { route } from '../route.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { COMMON_QUERY, nameOfSomething, note, townManner } from '../words.js';
import { wrong } from '../../domain/words/wrong-values.js';

/** More than any grid's list; a page sends a day's visits at once. */
const MOST_VISITS = 50;
const MOST_PEOPLE = 99;

export const visitsQuery = z.object({
  sig: nameOfSomething.describe('The signature of the link'),
  ...COMMON_QUERY,
});

const household = z.number().int().positive().describe('Number of the household within the grid');

/** The week's list of a grid, as the link that its head was texted opens it. */
export const visitsAnswer = z
  .strictObject({
    grid: z.number().int(),
    name: bilingualSchema,
    week: z.iso.date().describe('The date of the round'),
    until: z.iso.datetime().describe('When the link ends'),
    town: townManner,
    due: z.array(
      z.strictObject({
        household,
        place: z.string().optional().describe('Where it is: village and group'),
        class: z.string().describe('What kind of household, in words'),
        dueOn: z.iso.date().describe('By when its cadence is over'),
        lastVisit: z.iso.date().optional().describe('When somebody was last met'),
        carriedOver: z.boolean().describe('Left over from the week before'),
        visited: z.boolean().describe('Whether somebody was met this week'),
      }),
    ),
    waiting: z.number().int().describe('How many more are due than a grid is asked to visit in a week'),
  })
  .meta({ id: 'Visits' });

export const visitsBody = z
  .strictObject({
    visits: z
      .array(
        z
          .strictObject({
            household,
            people: z
              .number()
              .int()
              .min(0)
              .max(MOST_PEOPLE)
              .describe('How many were met; 0: nobody was at home'),
            note: note.optional(),
            problem: z.boolean().optional().describe('The note is a finding, and becomes a request'),
            sure: z
              .boolean()
              .optional()
              .describe(
                'It is so though more people were met than live there, or than anybody meets in one visit, or though the household was visited on the same day already: without this such a visit is refused',
              ),
            key: z
              .string()
              .regex(/^[\w-]{16,64}$/)
              .optional()
              .describe(
                'Names this visit: sent again under it, it counts once. Without one, the same words on the same day do',
              ),
          })
          .refine(({ problem, note = '' }) => problem !== true || note !== '', {
            path: ['note'],
            error: wrong('problem-without-words'),
          }),
      )
      .min(1)
      .max(MOST_VISITS),
  })
  .meta({ id: 'VisitsMade' });

export const recordedVisitsAnswer = z
  .strictObject({
    recorded: z.array(
      z.strictObject({
        household,
        request: z.string().optional().describe('The request that a finding became'),
      }),
    ),
    left: z.number().int().describe('How many of the list are still to be visited'),
  })
  .meta({ id: 'VisitsRecorded' });

/** A week's visits to a grid, by signed link. */
export const visitsRoute = route({
  method: 'GET',
  path: '/visits/{grid}',
  summary: "The households that a grid visits this week; opened by the signed link of the grid's head",
  query: visitsQuery,
  answers: { 200: { 'application/json': visitsAnswer, 'text/html': 'as it is' } },
  problems: [400, 404, 410, 500],
});

export const recordVisitsRoute = route({
  method: 'POST',
  path: '/visits/{grid}',
  summary: 'Visits that were made, the same as by text; a finding becomes a request',
  query: visitsQuery,
  body: visitsBody,
  answers: { 202: recordedVisitsAnswer },
  problems: [400, 404, 410, 413, 415, 422, 500],
});
