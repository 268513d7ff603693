import type { Language } from '../words/language.js';
import type { EligibilityRule, Programme } from '../town/schema.js';
import type { FieldRule } from '../town/programme-places.js';

/** Eligible, or the reasons why not, each in the person's language and in the programme's order. */
export type Eligibility =
  | { readonly eligible: true }
  | { readonly eligible: false; readonly reasons: readonly string[] };

/**
 * Whether a filled-in form meets every rule of a programme. What was not filled in does not meet a rule about it: nobody is
 * approved on an empty field. All reasons are told at once.
 */
export function checkEligibility(
  programme: Programme,
  form: Readonly<Record<string, unknown>>,
  language: Language,
): Eligibility {
  const unmet = unmetRules(programme, form);
  if (unmet.length === 0) return { eligible: true };
  return { eligible: false, reasons: [...new Set(unmet.map((rule) => rule.otherwise[language]))] };
}

/** The rules of a programme that a form does not meet. */
export const unmetRules = (
  { eligibility }: Programme,
  form: Readonly<Record<string, unknown>>,
): EligibilityRule[] => eligibility.filter((rule) => !holds(rule, form[rule.field]));

/** Whether what was filled in is as the rule wants it. */
export function holds(rule: FieldRule, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (rule.atLeast !== undefined && !(typeof value === 'number' && value >= rule.atLeast)) return false;
  if (rule.atMost !== undefined && !(typeof value === 'number' && value <= rule.atMost)) return false;
  if (rule.oneOf !== undefined && !(typeof value === 'string' && rule.oneOf.includes(value))) return false;
  return rule.is === undefined || value === rule.is;
}
