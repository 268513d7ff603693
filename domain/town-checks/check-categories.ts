import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Category, Path, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Categories are named once, have what their path needs, and no two share a word of residents' texts. */
export const checkCategories = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.categories, (category) => category.id).map(({ index, key }) =>
    problemAt(
      ['categories', index, 'id'],
      `category "${key}" is there twice; keep one`,
      `分类“${key}”重复，请只保留一个`,
    ),
  ),
  ...town.categories.flatMap((category, index) => [
    ...checkReferences(category, index, known),
    ...checkPathNeeds(category, index),
  ]),
  ...checkWords(town),
];

function checkReferences(category: Category, index: number, known: KnownIds): TownProblem[] {
  const { programme, department } = category;
  return [
    ...(programme === undefined || known.has('programmes', programme)
      ? []
      : [
          problemAt(
            ['categories', index, 'programme'],
            `there is no programme "${programme}"; name one of the folder programmes/`,
            `没有项目“${programme}”，请填写 programmes/ 中的项目`,
          ),
        ]),
    ...(department === undefined || known.has('departments', department)
      ? []
      : [
          problemAt(
            ['categories', index, 'department'],
            `there is no department "${department}"; name one of departments.yaml`,
            `没有部门“${department}”，请填写 departments.yaml 中的部门`,
          ),
        ]),
  ];
}

/** What a path needs to know who does the work; a same-day matter is done by the grid team itself. */
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
      problemAt(
        ['categories', index, 'programme'],
        'this path needs a programme; name one',
        '该路径须指定项目',
      ),
    ];
  }
  if (needed === 'programme or department' && programme === undefined && department === undefined) {
    return [
      problemAt(
        ['categories', index, 'department'],
        'this path needs a programme or a department; name one',
        '该路径须指定项目或部门',
      ),
    ];
  }
  return [];
}

function checkWords(town: Town): TownProblem[] {
  const words = town.categories.flatMap((category, index) =>
    category.keywords.map((word, at) => ({ word: word.toLowerCase(), index, at, id: category.id })),
  );
  return findRepeats(words, ({ word }) => word).flatMap(({ index, first, key }) => {
    const here = words[index];
    return here
      ? [
          problemAt(
            ['categories', here.index, 'keywords', here.at],
            `"${key}" already means "${words[first]?.id}"; a word leads to one category`,
            `“${key}”已指向“${words[first]?.id}”，一个词只能指向一个分类`,
          ),
        ]
      : [];
  });
}
