import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

const PATH = ['settings', 'emergencies'] as const;

/** Each emergency ends with somebody who can be reached: a department on the ladder, then a number to dial. */
export const checkEmergencies = (town: Town, known: KnownIds): TownProblem[] => [
  ...(hasEmergencies(town) ? [...checkLastRung(town), ...checkLastLine(town)] : []),
  ...checkReviewer(town, known),
  ...checkContacts(town),
];

const hasEmergencies = ({ categories, dangers, settings }: Town): boolean =>
  categories.some(({ path }) => path === 'emergency') ||
  dangers.length > 0 ||
  settings.emergencyProgramme !== undefined;

/** Somebody's desk is called in the end, whoever of the grid cannot come. */
function checkLastRung({ settings: { ladder, emergencyLadder } }: Town): TownProblem[] {
  const [name, rungs] = emergencyLadder
    ? (['emergencyLadder', emergencyLadder] as const)
    : (['ladder', ladder] as const);
  if (typeof rungs.at(-1) !== 'string') return [];
  return [
    problemAt(['settings', name, rungs.length - 1], {
      'zh-CN': '最后一级须是部门，保证应急事项总有人接',
      en: 'must end with a department, so that an emergency always reaches somebody',
    }),
  ];
}

/** When that desk is silent too, somebody is telephoned, whatever the danger is. */
function checkLastLine({ settings: { emergencies } }: Town): TownProblem[] {
  if (!emergencies) {
    return [
      problemAt(PATH, {
        'zh-CN': '缺少内容：请填写由谁复盘，以及无人应答时打给谁',
        en: 'is missing: name who reviews emergencies, and further contacts to telephone when nobody answers',
      }),
    ];
  }
  if (emergencies.lastLine.contacts.some(({ dangers }) => dangers === undefined)) return [];
  return [
    problemAt([...PATH, 'lastLine', 'contacts'], {
      'zh-CN': '全部限定了险情种类；至少要有一个不限险情的联系人，保证任何应急事项最后都有人可找',
      en: 'each is for some dangers only; name one for any, so that an emergency always ends with somebody',
    }),
  ];
}

const checkReviewer = ({ settings: { emergencies } }: Town, known: KnownIds): TownProblem[] =>
  emergencies === undefined || known.has('departments', emergencies.reviewedBy)
    ? []
    : [
        problemAt([...PATH, 'reviewedBy'], {
          'zh-CN': `没有部门“${emergencies.reviewedBy}”，请填写 departments.yaml 中的部门`,
          en: `there is no department "${emergencies.reviewedBy}"; name one of departments.yaml`,
        }),
      ];

function checkContacts({ settings: { emergencies }, staff, departments }: Town): TownProblem[] {
  const contacts = emergencies?.lastLine.contacts ?? [];
  const path = [...PATH, 'lastLine', 'contacts'];
  const taken = new Set([...staff, ...departments].map(({ id }) => id));
  return [
    ...findRepeats(contacts, ({ id }) => id).map(({ index, key }) =>
      problemAt([...path, index, 'id'], {
        'zh-CN': `“${key}”重复，请只保留一个`,
        en: `"${key}" is there twice; keep one`,
      }),
    ),
    ...contacts.flatMap(({ id }, index) =>
      taken.has(id)
        ? [
            problemAt([...path, index, 'id'], {
              'zh-CN': `“${id}”已是工作人员或部门的编号，请另起一个`,
              en: `"${id}" is the id of a member of staff or a department; take another`,
            }),
          ]
        : [],
    ),
  ];
}
