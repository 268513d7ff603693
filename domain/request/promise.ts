import type { Decision, Rules } from './decision.js';
import type { Target } from './find-target.js';
import { tellResident } from './notices.js';
import type { RequestRecord } from './record.js';
import { dueText } from './words.js';

/** Whoever was promised a day hears at once of a later one, and why; a promise that is kept is not told again. */
export function tellingPromise(
  before: RequestRecord,
  decision: Decision,
  rules: Rules,
  to: readonly Target[],
): Decision {
  const { record } = decision;
  const isKept = before.dueAt === undefined || record.dueAt === undefined || record.dueAt <= before.dueAt;
  if (isKept || record.path === 'emergency') return decision;
  const due = dueText(record.dueAt, rules, record.language);
  const department = targetNames(rules, to, record.language);
  return {
    ...decision,
    notices: [tellResident(record, rules, 'moved', { department, due }), ...decision.notices],
  };
}

/** "供电所等": the first by name, where there are more. */
function targetNames({ town }: Rules, to: readonly Target[], language: RequestRecord['language']): string {
  const names = to.map((target) =>
    'grid' in target
      ? town.grids.find(({ number }) => number === target.grid)?.name[language]
      : town.departments.find(({ id }) => id === target.department)?.name[language],
  );
  const [first = ''] = names;
  const more = { 'zh-CN': '等', en: ' and others' } as const;
  return names.length > 1 ? `${first}${more[language]}` : first;
}
