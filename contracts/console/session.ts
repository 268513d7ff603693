import * as z from 'zod';
import { noQuery, REFUSED, route } from '../route.js';
import { PERMISSIONS, ROLES } from '../../domain/access/permissions.js';
import { bilingualSchema, languageSchema } from '../../domain/words/language.js';

/** The facts by which the console's pages send somebody to sign in. */
export const consoleConfigAnswer = z
  .strictObject({
    issuer: z.url().describe('The OpenID Connect issuer'),
    clientId: z.string().describe('As which client the pages ask for a token'),
    awsConsole: z
      .strictObject({ region: z.string(), account: z.string() })
      .optional()
      .describe("Where AWS's own console shows the same executions"),
  })
  .meta({ id: 'ConsoleConfig' });
export type ConsoleConfig = z.infer<typeof consoleConfigAnswer>;

/** Who signed in, and what they may do. */
export const meAnswer = z
  .strictObject({
    at: z.number().describe('The moment of the answer by the clock of the service, epoch milliseconds'),
    id: z.string(),
    name: z.string(),
    town: z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      defaultLanguage: languageSchema,
      sample: z.boolean(),
      timeZone: z.string(),
      currency: z.string().describe('Of every sum of money, ISO 4217'),
      number: z.string().describe('The number that people text, E.164'),
      version: z.number().int(),
    }),
    pages: z.string().describe("Where the residents' page is reached, without a slash at the end"),
    roles: z.array(z.enum(ROLES)),
    permissions: z.array(z.enum(PERMISSIONS)),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meAnswer>;

/** Where the pages learn, before anybody signed in, where that is done. */
export const consoleConfigRoute = route({
  method: 'GET',
  path: '/console/config.json',
  summary: 'Where one signs in to the console',
  query: noQuery,
  answers: { 200: consoleConfigAnswer },
  problems: [],
});

export const meRoute = route({
  method: 'GET',
  path: '/admin/me',
  summary: 'Who signed in, to which town, and what they may do there',
  permission: 'signed-in',
  query: noQuery,
  answers: { 200: meAnswer },
  problems: REFUSED,
});
