import * as z from 'zod';
import { ASK_KIND_NAMES } from '../asks/ask-kinds.js';
import { ANSWER_LABELS } from './answer-labels.js';

/** An answer as people write it, what it answers and what it says. All of them are invented. */
export const answerExampleSchema = z.strictObject({
  ask: z.enum(ASK_KIND_NAMES),
  says: z.enum(ANSWER_LABELS),
  /** The department of a transfer, the sum of an aid. */
  target: z.string(),
  words: z.string().min(1),
});
export type AnswerExample = z.infer<typeof answerExampleSchema>;
