import * as z from 'zod';
import type { AskKind } from '../asks/ask-kinds.js';
import { type PlannedAsk, staffAddresseeSchema } from '../asks/planned-ask.js';
import type { RequestRecord } from './record.js';

/** The reasons why an open request waits, the likeliest to be somebody's turn first. */
export const WAIT_REASONS = [
  /** Its workflow, between two steps. */
  'start',
  /** Whoever reported it to say what their words left open. */
  'question',
  'placing',
  'acceptance',
  /** The grid's own people, or who stands in for them, to do the work. */
  'grid',
  'department',
  /** The resident to bring what is missing; the clocks stand still meanwhile. */
  'documents',
  /** A leader to say whether the resident may be asked again. */
  'sign-off',
  /** The resident to say whether they are satisfied. */
  'confirmation',
  /** One of the programme's places; the clocks stand still meanwhile. */
  'place',
  /** The first report of the same event. */
  'first-report',
  /** The duty desk to look at a step that failed. */
  'attention',
] as const;
export const waitReasonSchema = z.enum(WAIT_REASONS);
export type WaitReason = z.infer<typeof waitReasonSchema>;

/** Somebody of the staff who is asked something, and by which ladder: that tells whose it is once they are away or have left. */
const askedSchema = staffAddresseeSchema.pick({ staff: true, ladder: true, rung: true });
type Asked = z.infer<typeof askedSchema>;

export const waitSchema = z.object({
  for: waitReasonSchema,
  /** The department whose turn it is, whoever silence there has reached since. */
  department: z.string().optional(),
  /** Everybody of the staff who is asked something, for this reason or another, whose ask is due first at the head. */
  asked: z.array(askedSchema).optional(),
  /** Whom it was asked of, as noted before it was noted by which ladder. */
  staff: z.array(z.string()).optional(),
});
export type Wait = z.infer<typeof waitSchema>;

/** Everybody of the staff of whom an open request waits for something. */
export const askedOf = ({ asked, staff = [] }: Wait): Asked[] =>
  asked ?? staff.map((id) => ({ staff: id, ladder: { ladder: 'person', staff: id }, rung: 0 }));

const BY_KIND: Readonly<Partial<Record<AskKind, WaitReason>>> = {
  clarify: 'question',
  placement: 'placing',
  acceptance: 'acceptance',
  'taking-up': 'acceptance',
  complaint: 'acceptance',
  consent: 'question',
  documents: 'documents',
  'sign-off': 'sign-off',
  confirmation: 'confirmation',
  place: 'place',
  joined: 'first-report',
  attention: 'attention',
};

const departmentOf = ({ to }: PlannedAsk): string | undefined =>
  to.who === 'staff' && to.ladder.ladder === 'department' ? to.ladder.department : undefined;

/** Everything else is work on the matter itself: of a department, or of the grid. */
const reasonOf = (ask: PlannedAsk): WaitReason =>
  BY_KIND[ask.kind] ?? (departmentOf(ask) === undefined ? 'grid' : 'department');

/**
 * The reason why an open request waits, and who of the staff is asked, for whatever. Where steps run side by side the
 * reason is the one that stops the clocks, else the one due first. Undefined once it is closed, but for one of which
 * the closing failed.
 */
export function waitsFor({ asks, closedAs }: Pick<RequestRecord, 'asks' | 'closedAs'>): Wait | undefined {
  const broken = asks.find(({ kind }) => kind === 'attention');
  if (closedAs !== undefined && !broken) return undefined;
  const [first] = broken ? [broken] : asks.toSorted((a, b) => a.until - b.until);
  if (!first) return { for: 'start' };
  const reason = !broken && asks.some(({ kind }) => kind === 'documents') ? 'documents' : reasonOf(first);
  const department = reason === 'department' ? departmentOf(first) : undefined;
  const asked = [...new Set([first, ...asks])].flatMap(({ to }) => (to.who === 'staff' ? [to] : []));
  return {
    for: reason,
    ...(department === undefined ? {} : { department }),
    ...(asked.length > 0 ? { asked } : {}),
  };
}

/** Since when an open request waits for its workflow alone, or for the duty desk to look at a step that failed. */
export function standsSince(
  record: Pick<RequestRecord, 'asks' | 'closedAs' | 'createdAt' | 'timeline'>,
): number | undefined {
  const broken = record.asks.find(({ kind }) => kind === 'attention');
  if (broken) return broken.askedAt;
  if (record.closedAs !== undefined) return undefined;
  return record.asks.length > 0 ? undefined : (record.timeline.at(-1)?.at ?? record.createdAt);
}
