import * as z from 'zod';
import { PERMISSIONS, ROLES } from '../domain/access/permissions.js';
import { bilingualSchema, languageSchema } from '../domain/words/language.js';

/** What the console's pages must know to send somebody to sign in. */
export const consoleConfigAnswer = z.strictObject({
  issuer: z.url().describe('The OpenID Connect issuer'),
  clientId: z.string().describe('As which client the pages ask for a token'),
  awsConsole: z
    .strictObject({ region: z.string(), account: z.string() })
    .optional()
    .describe("Where AWS's own console shows the same executions"),
});
export type ConsoleConfig = z.infer<typeof consoleConfigAnswer>;

/** Who signed in, and what they may do. */
export const meAnswer = z.strictObject({
  at: z.number().describe('The moment of the answer by the clock of the service, epoch milliseconds'),
  id: z.string(),
  name: z.string(),
  town: z.strictObject({
    id: z.string(),
    name: bilingualSchema,
    defaultLanguage: languageSchema,
    sample: z.boolean(),
    timeZone: z.string(),
    version: z.number().int(),
  }),
  roles: z.array(z.enum(ROLES)),
  permissions: z.array(z.enum(PERMISSIONS)),
});
export type Me = z.infer<typeof meAnswer>;
