import * as z from 'zod';

/**
 * A resident's verdict at closure, question by question: whether somebody contacted them, whether it is solved, whether
 * they are satisfied. A question that they leave out is not answered for them.
 */
export const verdictSchema = z.object({
  contacted: z.boolean().optional(),
  solved: z.boolean().optional(),
  satisfied: z.boolean().optional(),
});
export type Verdict = z.infer<typeof verdictSchema>;

export const VERDICT_QUESTIONS = ['contacted', 'solved', 'satisfied'] as const satisfies (keyof Verdict)[];
export type VerdictQuestion = (typeof VERDICT_QUESTIONS)[number];

export const YES_TO_ALL: Verdict = { contacted: true, solved: true, satisfied: true };
export const NO_TO_ALL: Verdict = { contacted: false, solved: false, satisfied: false };

/**
 * A request that is not solved, or leaves them dissatisfied, is taken up again; that nobody contacted them is only
 * told.
 */
export const reopens = ({ solved, satisfied }: Verdict): boolean => solved === false || satisfied === false;

/** The option that a verdict comes to. */
export const optionOf = (verdict: Verdict) => (reopens(verdict) ? 'unsatisfied' : 'satisfied');

/** Whether it says anything of how the matter stands, not only whether they were contacted. */
export const judges = ({ solved, satisfied }: Verdict): boolean =>
  solved !== undefined || satisfied !== undefined;
