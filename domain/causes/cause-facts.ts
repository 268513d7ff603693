import type * as z from 'zod';
import { taskFactsSchema } from '../task/task-facts.js';

/** The task of a cause as statistics know it: where and in which category, since when, and how it ended. */
export const causeFactsSchema = taskFactsSchema
  .pick({ id: true, grid: true, createdAt: true, closedAt: true, result: true })
  .extend({ cause: taskFactsSchema.shape.cause.unwrap() });
export type CauseFacts = z.infer<typeof causeFactsSchema>;
