import type * as z from 'zod';
import type { reportingsAnswer } from '../../contracts/staff/ask.js';
import type { Rules } from '../../domain/request/decision.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { reportingsOf } from '../../domain/request/reportings.js';
import type { Language } from '../../domain/words/language.js';

const instant = (at: number): string => new Date(at).toISOString();

/** Of several who work on a request, how far each is, as a page shows it; nothing where it is one alone. */
export function reportingViews(
  record: RequestRecord,
  rules: Rules,
  language: Language,
): { departments?: z.input<typeof reportingsAnswer> } {
  const reportings = reportingsOf(record, rules, language);
  if (reportings.length === 0) return {};
  return {
    departments: reportings.map(({ at, until, ...rest }) => ({
      ...rest,
      ...(at === undefined ? {} : { at: instant(at) }),
      ...(until === undefined ? {} : { until: instant(until) }),
    })),
  };
}
