import { DomainError } from '../domain-error.js';
import type { Category, Programme } from '../town/schema.js';
import type { Rules } from './decision.js';
import type { RequestRecord } from './record.js';

export function categoryOf(record: RequestRecord, rules: Rules): Category {
  const category = rules.town.categories.find((candidate) => candidate.id === record.category);
  if (!category)
    throw new DomainError('CategoryUnknown', `the town has no category ${record.category}`, {
      request: record.id,
    });
  return category;
}

/** What a department does when no programme says more: one stage, one report, within the path's time. */
function departmentProgramme(record: RequestRecord, rules: Rules, departmentId: string): Programme {
  const department = rules.town.departments.find((candidate) => candidate.id === departmentId);
  if (!department) {
    throw new DomainError('DepartmentUnknown', `the town has no department ${departmentId}`, {
      request: record.id,
    });
  }
  const { settleWithin, extendBy } = rules.town.settings.paths[record.path];
  return {
    id: department.id,
    name: department.name,
    form: [],
    eligibility: [],
    documents: [],
    stages: [
      {
        id: 'handle',
        name: department.name,
        steps: [
          {
            id: 'handle',
            name: department.name,
            by: { department: department.id },
            asks: record.path === 'petition' ? 'settlement' : 'report',
            within: settleWithin,
            extendBy,
          },
        ],
        tell: [],
      },
    ],
    alternatives: rules.town.settings.alternatives,
    followUpDays: [],
  };
}

/** The programme a request runs: that of its category, or its department's own when it was sent to one. */
export function programmeOf(record: RequestRecord, rules: Rules): Programme {
  if (record.department !== undefined) return departmentProgramme(record, rules, record.department);
  if (rules.programme) return rules.programme;
  const { department } = categoryOf(record, rules);
  return departmentProgramme(record, rules, department ?? rules.town.settings.departments.dutyDesk);
}
