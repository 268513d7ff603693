import * as z from 'zod';
import { REFUSED, route, UNREADABLE } from '../route.js';
import { DANGERS } from '../../domain/town/dangers.js';
import { nameOfSomething } from '../words.js';
import { changedAnswer } from './town.js';

const danger = z.enum([...DANGERS, 'none']);

export const correctionBody = z
  .strictObject({
    category: nameOfSomething.optional().describe('The id of what it is about'),
    danger: danger.optional().describe('Which danger it speaks of, or `none`'),
    village: nameOfSomething.optional().describe('The id of the village that it names'),
  })
  .meta({ id: 'ReadingCorrection' });
export type CorrectionBody = z.infer<typeof correctionBody>;

export const taughtItem = z
  .strictObject({
    id: z.string().describe('Of the request whose words it is'),
    words: z.string().describe('Without names, numbers of telephones and identities, and houses'),
    category: z.string().optional(),
    danger,
    villages: z.array(z.string()),
    heldOut: z
      .boolean()
      .describe('Whether it is of the fifth of all texts that are measured with and never learnt from'),
    who: z.string(),
    name: z.string().describe('The name they had then'),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Taught' });
export type TaughtItem = z.infer<typeof taughtItem>;

const share = z.strictObject({ right: z.number().int(), of: z.number().int() });
const byLanguage = z.record(z.string(), share).describe('By language: `zh-CN`, `en`');

const figures = z
  .strictObject({
    texts: z.number().int(),
    category: byLanguage,
    dangers: byLanguage.describe('Dangers recognised as such'),
    dangersNoticed: byLanguage.describe('The same with those that are asked back'),
    falseAlarms: byLanguage.describe('Texts without a danger taken for one'),
    falseNotices: byLanguage.describe('The same with those that are asked back'),
    dangerKinds: share,
    villages: share,
    groups: share,
    placesInvented: share.describe('Texts that name no place given one'),
    leftAlone: share.describe('Texts that ask for nothing, or only for news, opened as nothing new'),
    mattersLost: share.describe('Matters taken for nothing'),
  })
  .describe('How texts are read that the town never learnt from');

export const readingAnswer = z
  .strictObject({
    version: z.number().int(),
    examples: z.number().int().describe('Texts that the town was given, learnt from or held out'),
    figures,
    taught: z.array(taughtItem).describe('What was taught and not taken over, the latest first'),
  })
  .meta({ id: 'Reading' });
export type ReadingAnswer = z.infer<typeof readingAnswer>;

const flip = z.strictObject({
  words: z.string(),
  what: z.enum(['category', 'danger', 'village']),
  before: z.string(),
  after: z.string(),
  right: z.string(),
});

export const triedAnswer = z
  .strictObject({
    version: z.number().int().describe('The version that it was tried on: taking it over names it'),
    taught: z.number().int(),
    before: figures,
    after: figures,
    flips: z.array(flip).describe('Texts that would be read in another way, those first that get worse'),
    flipCount: z.number().int().describe('How many there are, those not listed too'),
    lostDangers: z.array(z.string()).describe('Texts about a danger that would not be recognised any more'),
    mayTakeOver: z.boolean(),
  })
  .meta({ id: 'ReadingTried' });
export type TriedAnswer = z.infer<typeof triedAnswer>;

export const takeOverBody = z
  .strictObject({
    version: z.number().int().describe('The version that was tried; another in between is a 409'),
  })
  .meta({ id: 'ReadingTakeOver' });

export const teachRoute = route({
  method: 'POST',
  path: '/admin/requests/{id}/reading',
  summary:
    'How the words of a request should have been read: kept, without anything personal, for the reading to learn; this is recorded in the audit trail',
  permission: 'reading.teach',
  body: correctionBody,
  answers: { 201: taughtItem },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});

export const readingRoute = route({
  method: 'GET',
  path: '/admin/reading',
  summary: 'How well texts are read that the town never learnt from, and what it was taught since',
  permission: 'reading.teach',
  answers: { 200: readingAnswer },
  problems: REFUSED,
});

export const removeTaughtRoute = route({
  method: 'DELETE',
  path: '/admin/reading/taught/{id}',
  summary: 'Takes back what was taught of a request',
  permission: 'reading.teach',
  answers: { 200: taughtItem },
  problems: REFUSED,
});

export const tryTaughtRoute = route({
  method: 'POST',
  path: '/admin/reading/try',
  summary: 'What would change if what was taught were learnt; takes seconds, changes nothing',
  permission: 'reading.teach',
  answers: { 200: triedAnswer },
  problems: [...REFUSED, 409],
});

export const takeOverRoute = route({
  method: 'POST',
  path: '/admin/reading/take-over',
  summary:
    'Learns what was taught, as the next version of the town; refused where a danger would not be recognised any more',
  permission: 'town.change',
  body: takeOverBody,
  answers: { 200: changedAnswer },
  problems: [...UNREADABLE, ...REFUSED, 409, 422],
});
