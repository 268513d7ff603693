import type { Services } from '../../../adapters/services.js';
import { pointNumbers } from '../../../domain/task/form-points.js';
import type { Language } from '../../../domain/words/language.js';
import type { InspectionMethod } from '../../../domain/town/schema.js';
import { Problem } from '../../http/problem.js';
import type { AskSubject } from '../../use-cases/ask-subject.js';

/** The method by which a task of an inspection is checked. */
export async function methodOf(
  { towns }: Services<{ towns: 'read' }>,
  { of, record }: AskSubject,
): Promise<InspectionMethod | undefined> {
  if (of !== 'task' || record.method === undefined) return undefined;
  const { town } = await towns.load(record.town);
  return town.inspections.methods.find(({ id }) => id === record.method);
}

/** The form as a page shows it: the points that hold or do not. */
export const formView = ({ name, form }: InspectionMethod, language: Language) => ({
  method: name[language],
  points: form.map(({ id, label }) => ({ id, label: label[language] })),
});

const UNKNOWN = { 'zh-CN': '检查表中没有这一项', en: 'is no point of the form' } as const;

/** The points that were ticked, said as a text says them: by their numbers, before the words. */
export function noteWithPoints(
  method: InspectionMethod | undefined,
  { points = [], note = '' }: { readonly points?: readonly string[]; readonly note?: string },
  language: Language,
): string {
  const form = method?.form ?? [];
  const unknown = points.flatMap((point, i) => (form.some(({ id }) => id === point) ? [] : [i]));
  if (unknown.length > 0)
    throw new Problem(
      'invalid-body',
      unknown.map((i) => ({ field: `/points/${i}`, message: UNKNOWN[language] })),
    );
  return [pointNumbers(points, form), note].filter(Boolean).join(' ');
}
