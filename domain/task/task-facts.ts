import * as z from 'zod';
import { type TaskRecord, taskRecordSchema } from './task-record.js';

const {
  id,
  kind,
  title,
  grid,
  department,
  request,
  round,
  method,
  cause,
  createdAt,
  dueAt,
  closedAt,
  result,
  failures,
} = taskRecordSchema.shape;

/** A task as a list shows it, derived from its record at every save. Nobody's words. */
export const taskFactsSchema = z.object({
  id,
  kind,
  title,
  grid,
  department,
  request,
  round,
  method,
  cause,
  /** Who is asked now: a staff id. */
  asked: z.string().optional(),
  createdAt,
  dueAt,
  closedAt,
  result,
  /** How often somebody did not answer in time. */
  silences: z.number().int(),
  failures,
});
export type TaskFacts = z.infer<typeof taskFactsSchema>;

export const taskFacts = (task: TaskRecord): TaskFacts =>
  taskFactsSchema.parse({
    ...task,
    asked: task.closedAt === undefined ? askedOf(task) : undefined,
    silences: task.timeline.filter(({ type }) => type === 'silent').length,
  });

const askedOf = ({ asks }: TaskRecord): string | undefined =>
  asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : [])).at(-1);
