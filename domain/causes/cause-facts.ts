import * as z from 'zod';
import { taskFactsSchema } from '../task/task-facts.js';

const { id, grid, cause, createdAt, closedAt, result } = taskFactsSchema.shape;

/** The task of a cause as statistics know it: where and in which category, since when, and how it ended. */
export const causeFactsSchema = z.object({ id, grid, cause: cause.unwrap(), createdAt, closedAt, result });
export type CauseFacts = z.infer<typeof causeFactsSchema>;
