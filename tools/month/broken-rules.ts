import type { MonthRecord } from './month-record.js';
import { REQUEST_RULES } from './rules/request-rules.js';
import { ROUND_RULES } from './rules/round-rules.js';
import type { Rule } from './rules/rule.js';
import { TEXT_RULES } from './rules/text-rules.js';

/** The rules of every month. */
export const RULES: readonly Rule[] = [...REQUEST_RULES, ...ROUND_RULES, ...TEXT_RULES];

/** Every rule that was broken, with what broke it; empty when the month was as it must be. */
export const brokenRules = (month: MonthRecord): { rule: string; by: readonly string[] }[] =>
  RULES.map(({ rule, broken }) => ({ rule, by: broken(month) })).filter(({ by }) => by.length > 0);
