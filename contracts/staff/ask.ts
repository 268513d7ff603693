import * as z from 'zod';
import { ASK_KIND_NAMES, ASK_OPTIONS } from '../../domain/asks/ask-names.js';
import { photosAnswer, workPhotoView } from '../resident/photos.js';
import { route } from '../route.js';
import { aidSum, COMMON_QUERY, nameOfSomething, note, townManner } from '../words.js';
import { LONGEST_NOTE } from '../../domain/words/limits.js';
import { formNumber } from '../../domain/programme/form.js';

/** A form has nine points at most. */
const MOST_POINTS = 9;

const formValue = z.union([z.string().max(LONGEST_NOTE), formNumber, z.boolean()]);

export const askQuery = z.object({
  sig: nameOfSomething.describe('The signature of the link'),
  as: nameOfSomething.optional().describe('Who answers for whom it was put to'),
  ...COMMON_QUERY,
});

export const askAnswerBody = z
  .strictObject({
    option: z.enum(ASK_OPTIONS),
    note: note.optional(),
    form: z
      .record(nameOfSomething, formValue)
      .optional()
      .describe("Of an application, with `done`: the programme's form by its fields"),
    exception: note
      .optional()
      .describe(
        'Of an application that does not meet its conditions: why it is handed in all the same; whoever approves it reads this',
      ),
    points: z
      .array(nameOfSomething)
      .max(MOST_POINTS)
      .optional()
      .describe('Of a check: the points of its form that did not hold'),
    yuan: aidSum
      .optional()
      .describe(
        "Aid given in the town's currency, with an outcome or on its own; otherwise read from the words where they name one sum",
      ),
  })
  .meta({ id: 'AskAnswer' });

const label = z.string();

/** The kinds of asks to the staff; the others are put to residents, or to nobody. */
export const staffAskKind = z
  .enum(ASK_KIND_NAMES)
  .exclude(['documents', 'confirmation', 'joined', 'place', 'consent']);
export type StaffAskKind = z.output<typeof staffAskKind>;

/** The facts in a text besides the code and the deadline. */
export const ASK_FACTS = [
  'category',
  'programme',
  'step',
  'place',
  'person',
  'phone',
  'other',
  'documents',
  'reason',
  'figures',
] as const;

export const askFact = z.strictObject({
  fact: z.enum(ASK_FACTS),
  value: z.string(),
  shown: z.string().optional().describe('Of a telephone number, how people of the town read it'),
});

/** How far each of several is who work on a request side by side. */
export const reportingsAnswer = z.array(
  z.strictObject({
    name: z.string(),
    state: z
      .enum(['waiting', 'reported', 'sent-back', 'left-out'])
      .describe('`sent-back`: whoever owns the request decides; `left-out`: it goes on without them'),
    by: z.string().describe('The name of whoever answered, or is asked'),
    words: z.string().optional(),
    at: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  }),
);

/** An ask to a member of staff, as it was texted. */
export const askAnswer = z
  .strictObject({
    id: z.string(),
    kind: staffAskKind,
    text: z.string(),
    asked: z.string().describe('The name of whoever is asked'),
    request: z.string().optional().describe('The number of the request it is about, as people say it'),
    facts: z.array(askFact).describe('What the text names, each by itself'),
    words: z
      .string()
      .optional()
      .describe("The resident's own words, for whoever handles the request; reading them is audited"),
    aid: z
      .boolean()
      .describe('Whether a sum is asked for beside `done`: never where the matter is one of a public place'),
    options: z
      .array(
        z.strictObject({
          option: z.enum(ASK_OPTIONS),
          label,
          note: z.enum(['none', 'optional', 'required']).describe('Whether the answer needs words'),
        }),
      )
      .min(1),
    until: z.iso.datetime(),
    town: townManner,
    application: z
      .array(z.strictObject({ label, value: z.string() }))
      .optional()
      .describe('Of an approval: the form as far as its programme shows it; reading it is audited'),
    exception: z
      .strictObject({ unmet: z.array(z.string()), reason: z.string() })
      .optional()
      .describe('Conditions that the application does not meet, and why it was handed in all the same'),
    form: z
      .strictObject({
        method: label,
        points: z.array(z.strictObject({ id: z.string(), label })),
      })
      .optional()
      .describe('Where the ask is a check of an inspection: the points that hold or do not'),
    photos: z.array(z.string()).optional().describe("The resident's, at `/asks/{id}/photos/{photo}`"),
    workPhotos: z
      .array(workPhotoView)
      .optional()
      .describe("The staff's, of what was done, at the same address"),
    mostPhotos: z
      .number()
      .int()
      .describe('How many photos may follow `done`, by `POST /asks/{id}/photos`; none is ever needed'),
    mayCorrect: z
      .literal(true)
      .optional()
      .describe('Whoever is asked owns the request, and may put right what was recorded wrongly'),
    mayRemark: z
      .literal(true)
      .optional()
      .describe('Words about its request may be sent without an answer, by `POST /asks/{id}/remarks`'),
    departments: reportingsAnswer
      .optional()
      .describe(
        'For whoever may correct the request: who was called to it, who has reported, and who has not',
      ),
    targets: z
      .strictObject({
        departments: z.array(
          z.strictObject({
            id: z.string(),
            name: label,
            keywords: z.array(label).describe('By which it is found, too'),
            likely: z
              .literal(true)
              .optional()
              .describe('Whether the town gives matters of this category to it'),
          }),
        ),
        grids: z.array(z.strictObject({ number: z.number().int(), name: label })),
      })
      .optional()
      .describe('Where it can be passed on: to whom, so that it is picked; the answer names it in `note`'),
    programme: z
      .strictObject({
        name: label,
        documents: z.array(label),
        form: z.array(
          z.strictObject({
            id: z.string(),
            label,
            type: z.enum(['text', 'number', 'date', 'choice', 'yes-no']),
            required: z.boolean(),
            choices: z.array(z.strictObject({ value: z.string(), label })).optional(),
            min: z.number().optional(),
            max: z.number().optional(),
            value: formValue.optional().describe('As it was filled in before'),
          }),
        ),
      })
      .optional()
      .describe(
        'Where documents can be asked for: what the programme wants to see and, for an application, to know',
      ),
  })
  .meta({ id: 'Ask' });

export const answeredAnswer = z
  .strictObject({
    id: z.string(),
    option: z.enum(ASK_OPTIONS),
    label,
  })
  .meta({ id: 'AskAnswered' });

// --- what a signed link opens
// ----------------------------------------------------------------------------------------------

export const askRoute = route({
  method: 'GET',
  path: '/asks/{id}',
  summary:
    'What a member of staff is asked; opened by the signed link they were texted, while the ask is open',
  query: askQuery,
  answers: { 200: { 'application/json': askAnswer, 'text/html': 'as it is' } },
  problems: [400, 404, 409, 410, 500],
});

export const answerAskRoute = route({
  method: 'POST',
  path: '/asks/{id}',
  summary: 'Their answer, the same as by text',
  query: askQuery,
  body: askAnswerBody,
  answers: { 202: answeredAnswer },
  problems: [400, 404, 409, 410, 413, 415, 422, 500],
});

export const sendWorkPhotoRoute = route({
  method: 'POST',
  path: '/asks/{id}/photos',
  summary:
    'Adds a photo to the answer that something is done, for a week, by whoever gave it: at most three, as of a request',
  query: askQuery,
  body: { 'image/jpeg': 'as it is' },
  answers: { 201: photosAnswer },
  problems: [400, 404, 409, 410, 413, 415, 422, 500],
});

export const askPhotoRoute = route({
  method: 'GET',
  path: '/asks/{id}/photos/{photo}',
  summary: 'A photo of the request that an ask is about, while the ask is open',
  query: askQuery,
  answers: { 200: { 'image/jpeg': 'as it is' } },
  problems: [400, 404, 409, 410, 500],
});
