import { pointsText } from '../task/form-points.js';
import { PLACEHOLDER_LENGTH } from '../texts/text-keys.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import { languageSchema } from '../words/language.js';
import { INSPECTION_METHODS } from '../town/field-schemas.js';
import type { InspectionMethod, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** There are all six methods, each form fits into a text, and every office can be checked by somebody who is not of it. */
export const checkInspections = (town: Town, known: KnownIds): TownProblem[] => [
  ...checkMethods(town),
  ...town.inspections.methods.flatMap(checkForm),
  ...checkOffices(town, known),
];

function checkMethods({ inspections: { methods } }: Town): TownProblem[] {
  const path = ['inspections', 'methods'];
  const missing = INSPECTION_METHODS.filter((id) => !methods.some((method) => method.id === id));
  return [
    ...missing.map((id) =>
      problemAt(path, {
        'zh-CN': `缺少督查方式“${id}”，应有六种`,
        en: `the method "${id}" is missing; there are six`,
      }),
    ),
    ...findRepeats(methods, ({ id }) => id).map(({ index, key }) =>
      problemAt([...path, index, 'id'], {
        'zh-CN': `督查方式“${key}”重复，请只保留一个`,
        en: `the method "${key}" is there twice; keep one`,
      }),
    ),
  ];
}

function checkForm({ form }: InspectionMethod, index: number): TownProblem[] {
  const path = ['inspections', 'methods', index, 'form'];
  const most = PLACEHOLDER_LENGTH.points;
  const long = languageSchema.options.filter((language) => pointsText(form, language).length > most);
  return [
    ...findRepeats(form, ({ id }) => id).map(({ index: at, key }) =>
      problemAt([...path, at, 'id'], {
        'zh-CN': `要点“${key}”重复，请只保留一个`,
        en: `the point "${key}" is there twice; keep one`,
      }),
    ),
    ...long.map((language) =>
      problemAt(path, {
        'zh-CN': `要点合计超过 ${most} 个字符（${language}）：“${pointsText(form, language)}”`,
        en: `the points are longer than ${most} characters together in ${language}: "${pointsText(form, language)}"`,
      }),
    ),
  ];
}

function checkOffices(town: Town, known: KnownIds): TownProblem[] {
  const { inspections, departments, settings } = town;
  const path = ['inspections', 'offices'];
  const contactsOf = (department: string) => departments.find(({ id }) => id === department)?.contacts ?? [];
  const team = contactsOf(settings.departments.inspectionTeam);
  const unknown = inspections.offices.flatMap(({ department }, index) =>
    known.has('departments', department)
      ? []
      : [
          problemAt([...path, index, 'department'], {
            'zh-CN': `没有部门“${department}”，请填写 departments.yaml 中的部门`,
            en: `there is no department "${department}"; name one of departments.yaml`,
          }),
        ],
  );
  const closed = inspections.offices.flatMap(({ department }, index) =>
    team.length === 0 || team.some((staff) => !contactsOf(department).includes(staff))
      ? []
      : [
          problemAt([...path, index, 'department'], {
            'zh-CN': `督查组成员都是“${department}”的联系人，不能自查`,
            en: `every inspector is a contact of "${department}", and nobody checks their own office`,
          }),
        ],
  );
  const repeats = findRepeats(inspections.offices, ({ department }) => department).map(({ index, key }) =>
    problemAt([...path, index, 'department'], {
      'zh-CN': `部门“${key}”重复，请只保留一个`,
      en: `office "${key}" is there twice; keep one`,
    }),
  );
  return [...unknown, ...closed, ...repeats];
}
