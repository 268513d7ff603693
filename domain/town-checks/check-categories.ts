import { checkKeywords } from './check-keywords.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Category, Path, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Categories are named once, have what their path needs, and no two share a word of residents' texts. */
export const checkCategories = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.categories, (category) => category.id).map(({ index, key }) =>
    problemAt(['categories', index, 'id'], {
      'zh-CN': `分类“${key}”重复，请只保留一个`,
      en: `category "${key}" is there twice; keep one`,
    }),
  ),
  ...town.categories.flatMap((category, index) => [
    ...checkReferences(category, index, known),
    ...checkPathNeeds(category, index),
  ]),
  ...checkKeywords('categories', town.categories, { 'zh-CN': '分类', en: 'category' }),
];

function checkReferences(category: Category, index: number, known: KnownIds): TownProblem[] {
  const { programme, department } = category;
  return [
    ...(programme === undefined || known.has('programmes', programme)
      ? []
      : [
          problemAt(['categories', index, 'programme'], {
            'zh-CN': `没有项目“${programme}”，请填写 programmes/ 中的项目`,
            en: `there is no programme "${programme}"; name one of programmes/`,
          }),
        ]),
    ...(department === undefined || known.has('departments', department)
      ? []
      : [
          problemAt(['categories', index, 'department'], {
            'zh-CN': `没有部门“${department}”，请填写 departments.yaml 中的部门`,
            en: `there is no department "${department}"; name one of departments.yaml`,
          }),
        ]),
  ];
}

/** The facts by which a path knows who does the work; a same-day matter is done by the grid team itself. */
const NEEDS: Readonly<Record<Path, 'nothing' | 'programme' | 'programme or department'>> = {
  'same-day': 'nothing',
  programme: 'programme',
  emergency: 'programme or department',
  petition: 'programme or department',
  coordinated: 'programme or department',
};

function checkPathNeeds({ path, programme, department }: Category, index: number): TownProblem[] {
  const needed = NEEDS[path];
  if (needed === 'programme' && programme === undefined) {
    return [
      problemAt(['categories', index, 'programme'], {
        'zh-CN': '该路径须指定项目',
        en: 'this path needs a programme; name one',
      }),
    ];
  }
  if (needed === 'programme or department' && programme === undefined && department === undefined) {
    return [
      problemAt(['categories', index, 'department'], {
        'zh-CN': '该路径须指定项目或部门',
        en: 'this path needs a programme or a department; name one',
      }),
    ];
  }
  return [];
}
