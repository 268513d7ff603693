import type { EligibilityRule, Programme } from '../town/schema.js';
import type { FieldRule } from '../town/programme-places.js';

/**
 * The rules of a programme that a form does not meet. What was not filled in does not meet a rule about it: nobody is
 * approved on an empty field.
 */
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
