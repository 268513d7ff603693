import * as z from 'zod';
import { taskResultSchema } from '../task/task-record.js';
import { INSPECTION_METHODS } from '../town/field-schemas.js';

/** One check of an inspection, of a grid or an office, or a call about a request; and what became of it once it is reported. */
export const inspectionCheckSchema = z.object({
  /** The task of the staff that it is. */
  task: z.string(),
  /** Who checks: a staff id. */
  by: z.string(),
  method: z.enum(INSPECTION_METHODS),
  grid: z.number().int().optional(),
  department: z.string().optional(),
  /** The request whose resident is called. */
  request: z.string().optional(),
  result: taskResultSchema.optional(),
  /** Ids of the points of the method's form that did not hold. */
  points: z.array(z.string()).optional(),
  /** The task of putting right what was found. */
  rectification: z.string().optional(),
});
export type InspectionCheck = z.infer<typeof inspectionCheckSchema>;

/** The report of a weekly or monthly inspection: ids, methods and results; words stay with the tasks. */
export const inspectionReportSchema = z.object({
  /** Epoch milliseconds. */
  startedAt: z.number(),
  checks: z.array(inspectionCheckSchema),
  /** When it was settled who checks what; a monthly one is begun before, with the seed of its sample. */
  assignedAt: z.number().optional(),
  /** When everybody could read what was found. */
  publishedAt: z.number().optional(),
  /** When the last finding was put right. */
  closedAt: z.number().optional(),
});
export type InspectionReport = z.infer<typeof inspectionReportSchema>;

export const INSPECTION_KINDS = ['weekly-inspection', 'monthly-inspection'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

/** An inspection that was held, or is. */
export interface HeldInspection {
  readonly kind: InspectionKind;
  /** The local date, or YYYY-MM. */
  readonly date: string;
  readonly report: InspectionReport;
}

/** The name of the round, as its tasks have it. */
export const roundName = ({ kind, date }: Pick<HeldInspection, 'kind' | 'date'>): string => `${kind}/${date}`;
