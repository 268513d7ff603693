import type { Category, DutyEntry, Programme, StageStep, Town } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import { problemAt, type TownPath, type TownProblem } from '../town/town-problem.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';

/** Entries are named once and have a department; a matter of one goes there, and no step of it to a grid. */
export const checkDutyList = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.dutyList, ({ id }) => id).map(({ index, key }) =>
    problemAt(['dutyList', index, 'id'], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is there twice; keep one`,
    }),
  ),
  ...town.dutyList.flatMap(({ department }, index) =>
    known.has('departments', department)
      ? []
      : [
          problemAt(['dutyList', index, 'department'], {
            'zh-CN': `没有部门“${department}”，请填写 departments.yaml 中的部门`,
            en: `there is no department "${department}"; name one of departments.yaml`,
          }),
        ],
  ),
  ...town.categories.flatMap((category, index) => checkCategory(town, category, index, known)),
  ...town.programmes.flatMap((programme, index) => checkProgramme(town, programme, index, known)),
];

const entryOf = ({ dutyList }: Town, duty: string | undefined): DutyEntry | undefined =>
  dutyList.find(({ id }) => id === duty);

const unknown = (known: KnownIds, duty: string | undefined, path: TownPath): TownProblem[] =>
  duty === undefined || known.has('dutyList', duty)
    ? []
    : [
        // The editors tell by the words before the code what it is: see `NOUNS` in problem-in-names.ts.
        problemAt(path, {
          'zh-CN': `职责清单中没有“${duty}”，请填写 duty-list.yaml 中的条目`,
          en: `the duty list has no entry "${duty}"; name one of duty-list.yaml`,
        }),
      ];

/** Quotes the entry that is broken. */
const broken = (path: TownPath, { department, entry }: DutyEntry, why: Bilingual): TownProblem =>
  problemAt(path, {
    'zh-CN': `${why['zh-CN']}：职责清单规定由 ${department} 负责（“${entry['zh-CN']}”）`,
    en: `${why.en}: the duty list gives it to ${department} ("${entry.en}")`,
  });

function checkCategory(town: Town, category: Category, index: number, known: KnownIds): TownProblem[] {
  const at = ['categories', index];
  const entry = entryOf(town, category.duty);
  if (!entry) return unknown(known, category.duty, [...at, 'duty']);
  const { path, department, programme } = category;
  return [
    ...(path === 'same-day'
      ? [
          broken([...at, 'path'], entry, {
            'zh-CN': '“当日办”由网格办理',
            en: "the same-day path is the grid team's",
          }),
        ]
      : []),
    ...(department !== undefined && department !== entry.department
      ? [
          broken([...at, 'department'], entry, {
            'zh-CN': `此类会派给 ${department}`,
            en: `it would go to ${department}`,
          }),
        ]
      : []),
    ...(path !== 'same-day' && department === undefined && programme === undefined
      ? [broken([...at, 'department'], entry, { 'zh-CN': '没有写明部门', en: 'it names no department' })]
      : []),
  ];
}

/** Checks a programme that falls under an entry itself, or runs for a category that does. */
function checkProgramme(town: Town, programme: Programme, index: number, known: KnownIds): TownProblem[] {
  const at = ['programmes', index];
  const category = town.categories.find((one) => one.programme === programme.id && one.duty !== undefined);
  const entry = entryOf(town, programme.duty ?? category?.duty);
  if (!entry) return unknown(known, programme.duty, [...at, 'duty']);
  return programme.stages.flatMap((stage, s) =>
    stage.steps.flatMap((step, n) =>
      isOfGrid(step)
        ? [
            broken([...at, 'stages', s, 'steps', n, 'by'], entry, {
              'zh-CN': '这个步骤由网格办理',
              en: "this step is the grid's",
            }),
          ]
        : [],
    ),
  );
}

/** Whoever owns it may help to fill in an application; the matter itself is not theirs. */
const isOfGrid = ({ by, asks }: StageStep): boolean =>
  (by === 'owner' || by === 'grid-head') && asks !== 'application';
