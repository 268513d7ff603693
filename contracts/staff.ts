import * as z from 'zod';
import { ASK_KIND_NAMES } from '../domain/asks/ask-kinds.js';
import { bilingualSchema } from '../domain/words/language.js';
import { leaveSchema, type TownSettings } from '../domain/town/schema.js';
import { ASK_FACTS } from './ask.js';
import { phone, townPhone } from './phone.js';
import { COMMON_QUERY, day } from './words.js';

const LONGEST_CODE = 40;

export const staffQuery = z.object(COMMON_QUERY);

const code = z.string().trim().min(1).max(LONGEST_CODE).describe('As it was texted; spaces do not matter');

const asked = z
  .string()
  .regex(/^[\w-]{22}$/)
  .describe('Where the code was asked for, as the answer said: it holds for that place alone');

export const signInCodeBody = z.strictObject({ phone });
export const signInBody = z.strictObject({ phone, code, asked: asked.optional() });

/** The same, with the phone as the town writes it. */
export const codeBodyOf = (settings: TownSettings) => z.strictObject({ phone: townPhone(settings) });
export const signInBodyOf = (settings: TownSettings) =>
  z.strictObject({ phone: townPhone(settings), code, asked: asked.optional() });

export const signInCodeAnswer = z.strictObject({
  minutes: z
    .number()
    .int()
    .describe('How long the code holds, if one was sent; the answer is the same if none was'),
  asked: asked.describe('Sent back with the code, it holds on another network, too'),
});

export const signedInAnswer = z.strictObject({
  name: z.string(),
  until: z.iso.datetime().describe('When one must sign in again'),
});

export const signedOutAnswer = z.strictObject({});

const dates = leaveSchema.omit({ staff: true }).shape;

export const ownLeaveBody = z.strictObject({ from: day, to: day });
export const ownLeaveAnswer = z.strictObject({
  ...dates,
  imported: z.boolean().describe("Whether it stands in the town's files, and is changed there"),
});
export const endedLeaveAnswer = z.strictObject({
  leave: z.strictObject(dates).optional().describe('What is left of it: the days before today'),
});

const link = z.string().describe('The signed link to it: path and query');

/** What somebody of the staff has to do. */
export const staffWorkAnswer = z.strictObject({
  ...signedInAnswer.shape,
  asks: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(ASK_KIND_NAMES),
        code: z.string().describe('By which it can be answered by text, too'),
        request: z.string().optional().describe('The number of the request it is about, as people say it'),
        facts: z.array(z.strictObject({ fact: z.enum(ASK_FACTS), value: z.string() })),
        until: z.iso.datetime(),
        link,
      }),
    )
    .describe('What they are asked and have not answered, what is due first before the rest'),
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
});
