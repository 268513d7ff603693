import { DomainError } from '../domain-error.js';
import type { Category, Department, Programme, StageStep, Town } from '../town/schema.js';
import { dangerRules } from './danger-words.js';
import { isSealed } from './confidential.js';
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

/** Whether aid may be given with it: people are helped, not lamps and roads, and not while there is danger. */
export const mayHaveAid = (record: RequestRecord, rules: Rules): boolean =>
  record.path !== 'emergency' && !categoryOf(record, rules).public;

function departmentNamed(record: RequestRecord, rules: Rules, id: string): Department {
  const department = rules.town.departments.find((candidate) => candidate.id === id);
  if (department) return department;
  throw new DomainError('DepartmentUnknown', `the town has no department ${id}`, { request: record.id });
}

/** The work of a department when no programme says more: one stage, one report, within the path's time. */
function departmentProgramme(record: RequestRecord, rules: Rules, departmentId: string): Programme {
  const department = departmentNamed(record, rules, departmentId);
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

/** Who is called beside the grid: whom it was sent to, its category's department, else that of the danger's kind. */
export function providerOf(record: RequestRecord, rules: Rules): string | undefined {
  const { department } = categoryOf(record, rules);
  return record.department ?? department ?? dangerRules(rules.town, record.danger?.kind)?.provider;
}

/** The id of the programme that runs a request: in an emergency the town's own, unless the category has one. */
export function programmeIdOf(
  { categories, settings }: Pick<Town, 'categories' | 'settings'>,
  { category, path }: Pick<RequestRecord, 'category' | 'path'>,
): string | undefined {
  const found = categories.find(({ id }) => id === category);
  return path === 'emergency' && found?.path !== 'emergency' ? settings.emergencyProgramme : found?.programme;
}

/** A provider's step is done by it; without one by the grid head, or by nobody where others of the stage do it. */
function withProvider(programme: Programme, provider: string | undefined): Programme {
  const by = provider === undefined ? ('grid-head' as const) : { department: provider };
  const stages = programme.stages.map((stage) => {
    const others = stage.steps.filter((step) => step.by !== 'provider');
    const steps = provider === undefined && others.length > 0 ? others : stage.steps;
    return { ...stage, steps: steps.map((step) => (step.by === 'provider' ? { ...step, by } : step)) };
  });
  return { ...programme, stages };
}

/** Whether a programme of the town runs a request, rather than the one department that it was sent to. */
export const runsProgramme = (record: RequestRecord, rules: Rules): boolean =>
  rules.programme !== undefined &&
  !isSealed(record) &&
  (record.department === undefined || record.path === 'emergency');

/** A request's programme: its category's or its department's; with a step for each department called besides. */
export const programmeOf = (record: RequestRecord, rules: Rules): Programme =>
  withCalled(ownProgrammeOf(record, rules), record, rules);

function withCalled(programme: Programme, record: RequestRecord, rules: Rules): Programme {
  const { called } = record;
  if (!called) return programme;
  const stages = programme.stages.map((stage, index) => ({
    ...stage,
    steps: [
      ...stage.steps,
      ...called.flatMap((call) => (call.stage === index ? [reportOf(record, rules, call.department)] : [])),
    ],
  }));
  return { ...programme, stages };
}

/** The part of a department that is called: it reports, within the time of its path. */
function reportOf(record: RequestRecord, rules: Rules, id: string): StageStep {
  const { name } = departmentNamed(record, rules, id);
  const { settleWithin, extendBy } = rules.town.settings.paths.coordinated;
  return { id, name, by: { department: id }, asks: 'report', within: settleWithin, extendBy };
}

function ownProgrammeOf(record: RequestRecord, rules: Rules): Programme {
  if (rules.programme && runsProgramme(record, rules))
    return withProvider(rules.programme, providerOf(record, rules));
  if (isSealed(record))
    return departmentProgramme(record, rules, rules.town.settings.departments.inspectionTeam);
  if (record.department !== undefined) return departmentProgramme(record, rules, record.department);
  const { department } = categoryOf(record, rules);
  return departmentProgramme(record, rules, department ?? rules.town.settings.departments.dutyDesk);
}
