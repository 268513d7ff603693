import * as z from 'zod';
import { type TaskRecord, taskRecordSchema } from './task-record.js';

/** A task as a list shows it, derived from its record at every save. Nobody's words. */
export const taskFactsSchema = taskRecordSchema
  .pick({
    id: true,
    kind: true,
    title: true,
    grid: true,
    department: true,
    request: true,
    round: true,
    method: true,
    cause: true,
    createdAt: true,
    dueAt: true,
    closedAt: true,
    result: true,
    failures: true,
  })
  .extend({
    /** Who is asked now: a staff id. */
    asked: z.string().optional(),
    /** How often somebody did not answer in time. */
    silences: z.number().int(),
  });
export type TaskFacts = z.infer<typeof taskFactsSchema>;

export const taskFacts = (task: TaskRecord): TaskFacts =>
  taskFactsSchema.parse({
    ...task,
    asked: askedOf(task),
    silences: task.timeline.filter(({ type }) => type === 'silent').length,
  });

const askedOf = ({ asks }: TaskRecord): string | undefined =>
  asks.flatMap(({ to }) => (to.who === 'staff' ? [to.staff] : [])).at(-1);
