import * as z from 'zod';
import { askToWaitForSchema, ladderSchema, plannedAskSchema } from '../asks/planned-ask.js';
import { entrySchema } from '../request/timeline.js';
import { bilingualSchema } from '../words/language.js';

/**
 * The kinds of tasks of the staff outside a resident's request: looking in again after a service, a check or a call of
 * an inspection, putting right a finding, the order that a red card opens, looking back on an emergency, and finding
 * out why something comes again.
 */
export const taskKindSchema = z.enum([
  'follow-up',
  'check',
  'call',
  'rectification',
  'supervision',
  'review',
  'cause',
]);
export type TaskKind = z.infer<typeof taskKindSchema>;
/** Those that inspections open. */
export const INSPECTION_TASKS = ['check', 'call', 'rectification'] as const satisfies readonly TaskKind[];

/** How a task ended; `missed` is a task nobody answered, `referred` one that a person took out of the system. */
export const taskResultSchema = z.enum([
  'well',
  'problem',
  'passed',
  'failed',
  'satisfied',
  'unsatisfied',
  'not-reached',
  'rectified',
  'replied',
  'reviewed',
  'cleared',
  'missed',
  'referred',
]);
export type TaskResult = z.infer<typeof taskResultSchema>;

const note = z.string().optional();

/** One thing that happened. `by` and `to` are staff ids; `note` is a person's own words. */
export const taskEntrySchema = z.discriminatedUnion('type', [
  entrySchema(['asked'], { to: z.string(), due: z.number() }),
  entrySchema(['silent'], { by: z.string(), to: z.string() }),
  entrySchema(['extended'], { by: z.string(), due: z.number(), note }),
  entrySchema(['rectified', 'failed-again'], { by: z.string(), note }),
  entrySchema(['attention'], { to: z.string() }),
  entrySchema(['resumed'], { by: z.string().optional() }),
  entrySchema(['ended'], { by: z.string().optional(), note }),
  /** The measures against a cause, and until when nothing must come for it to be over. */
  entrySchema(['explained'], { by: z.string(), due: z.number(), note }),
  entrySchema(['further'], { request: z.string() }),
]);
export type TaskEntry = z.infer<typeof taskEntrySchema>;

/** The answer to the state machine of a task: the kind of ask to put and wait for, or that it is over and how. */
export const taskNextSchema = z.discriminatedUnion('to', [
  z.object({ to: z.enum([...taskKindSchema.options, 're-check', 'attention']), ask: askToWaitForSchema }),
  z.object({ to: z.enum(['finished']), result: taskResultSchema }),
  /** An answered ask is not put again, and nothing follows. */
  z.object({ to: z.enum(['over']) }),
]);
export type TaskNext = z.infer<typeof taskNextSchema>;

export const taskNoticeSchema = z.object({
  staff: z.string(),
  text: z.enum(['told-task-overdue', 'told-cause-further']),
  values: z.record(z.string(), z.string()),
});

/** One task of the staff with its timeline: one item, one conditional write a step. */
export const taskRecordSchema = z.object({
  town: z.string(),
  id: z.string(),
  version: z.number().int(),
  /** The reason for the task, for example `follow-up/7Q3K9M2X/2026-09-01`: opened again it is the same task. */
  purpose: z.string(),
  kind: taskKindSchema,
  createdAt: z.number(),
  /** Its subject, in few words; from the town's data, never a person's. */
  title: bilingualSchema,
  /** How the emergency went that is looked back on, or what comes again and how often, in one line. */
  figures: bilingualSchema.optional(),
  /** Who is asked, and whom silence goes to. */
  to: ladderSchema,
  grid: z.number().int().optional(),
  department: z.string().optional(),
  /** The request it is about. */
  request: z.string().optional(),
  /** Where its resident said that it is. */
  place: z.object({ village: z.string(), group: z.number().int().optional() }).optional(),
  /** Whether it may be about staff: then, and where nobody said, whoever is asked reads nothing of it. */
  confidential: z.boolean().optional(),
  /** The round of an inspection it belongs to, for example `monthly-inspection/2026-08`. */
  round: z.string().optional(),
  /** How it is checked: one of the town's inspection methods. */
  method: z.string().optional(),
  /** The finding of a check that is to be put right, who found it and so checks again, and the check. */
  finding: z
    .object({
      words: z.string(),
      /** Ids of the points of the method's form that did not hold. */
      points: z.array(z.string()).optional(),
      by: z.string(),
      check: z.string(),
    })
    .optional(),
  /** Of what comes again: where, in which category, and the requests so far. */
  cause: z
    .object({
      village: z.string(),
      group: z.number().int(),
      category: z.string(),
      requests: z.array(z.string()),
    })
    .optional(),
  /** Who is late with what a supervision order is about: a member of staff, or a department. */
  responsible: z.string().optional(),
  /** How often a re-check has failed. */
  failures: z.number().int(),
  dueAt: z.number().optional(),
  closedAt: z.number().optional(),
  result: taskResultSchema.optional(),
  /** Whose answer ended it, and their words. */
  by: z.string().optional(),
  note: z.string().optional(),
  asks: z.array(plannedAskSchema),
  askCount: z.number().int(),
  timeline: z.array(taskEntrySchema),
  /** The execution that works on it, once one has begun it again; before that it is named after the task. */
  execution: z.string().optional(),
  /** The decisions of the latest steps, by key: the same step again changes nothing and decides the same. */
  answered: z.array(z.object({ key: z.string(), next: taskNextSchema, notices: z.array(taskNoticeSchema) })),
});
export type TaskRecord = z.infer<typeof taskRecordSchema>;

/** The fields with which a task is opened. */
export type TaskDraft = Pick<
  TaskRecord,
  | 'town'
  | 'purpose'
  | 'kind'
  | 'title'
  | 'figures'
  | 'to'
  | 'grid'
  | 'department'
  | 'request'
  | 'place'
  | 'confidential'
  | 'round'
  | 'method'
  | 'cause'
  | 'responsible'
  | 'finding'
>;

/** A task as it is first stored: nobody has been asked yet. */
export const openTask = (draft: TaskDraft, id: string, at: number): TaskRecord => ({
  ...draft,
  id,
  version: 1,
  createdAt: at,
  failures: 0,
  asks: [],
  askCount: 0,
  timeline: [],
  answered: [],
});
