import type * as z from 'zod';
import type { EligibilityRule, Programme } from '../town/schema.js';
import { unmetRules } from './eligibility.js';
import { type FormValues, validateForm } from './form.js';

/** Whether a form may be handed in. */
export type FilledForm =
  | {
      readonly kind: 'filled';
      readonly form: FormValues;
      /** Why it is handed in though it does not meet the conditions. */
      readonly exception?: string | undefined;
    }
  /** Something is missing, or not what the field takes. */
  | { readonly kind: 'wrong'; readonly issues: readonly z.core.$ZodIssue[] }
  /** All is filled in, and the programme is not for this person. */
  | { readonly kind: 'ineligible'; readonly unmet: readonly EligibilityRule[] };

/**
 * Holds a form against its programme: first its fields, all of them, then whom the programme is for; whoever hands it
 * in all the same says why, for whoever approves it.
 */
export function fillForm(
  programme: Programme,
  values: Readonly<Record<string, unknown>>,
  reason = '',
): FilledForm {
  const read = validateForm(programme).safeParse(values, { reportInput: true });
  if (!read.success) return { kind: 'wrong', issues: read.error.issues };
  const unmet = unmetRules(programme, read.data);
  const isException = unmet.length > 0 && reason.trim() !== '';
  if (unmet.length > 0 && !isException) return { kind: 'ineligible', unmet };
  const filled = Object.entries(read.data).flatMap(([id, value]) =>
    value === undefined ? [] : [[id, value] as const],
  );
  const form = Object.fromEntries(filled);
  return { kind: 'filled', form, ...(isException ? { exception: reason.trim() } : {}) };
}
