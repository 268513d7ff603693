import { DANGERS } from '../town/dangers.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { DangerRules, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Each kind of danger is there once, with a provider that the town has, and there is a programme for all of them. */
export const checkDangers = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.dangers, ({ id }) => id).map(({ index, key }) =>
    problemAt(['dangers', index, 'id'], {
      'zh-CN': `险情“${key}”重复，请只保留一个`,
      en: `danger "${key}" is there twice; keep one`,
    }),
  ),
  ...DANGERS.filter((kind) => !town.dangers.some(({ id }) => id === kind)).map((kind) =>
    problemAt(['dangers'], {
      'zh-CN': `缺少险情“${kind}”，请补充`,
      en: `nothing is said of the danger "${kind}"; add it`,
    }),
  ),
  ...town.dangers.flatMap((danger, index) => checkProvider(danger, index, known)),
  ...checkProgramme(town, known),
];

const checkProvider = ({ provider }: DangerRules, index: number, known: KnownIds): TownProblem[] =>
  provider === undefined || known.has('departments', provider)
    ? []
    : [
        problemAt(['dangers', index, 'provider'], {
          'zh-CN': `没有部门“${provider}”，请填写 departments.yaml 中的部门`,
          en: `there is no department "${provider}"; name one of departments.yaml`,
        }),
      ];

/** The categories that kinds of danger name, once all categories could be read. */
export const checkDangerCategories = (town: Town): TownProblem[] =>
  town.dangers.flatMap(({ category }, index) =>
    category === undefined || town.categories.some(({ id }) => id === category)
      ? []
      : [
          problemAt(['dangers', index, 'category'], {
            'zh-CN': `没有分类“${category}”，请填写 categories.yaml 中的分类`,
            en: `there is no category "${category}"; name one of categories.yaml`,
          }),
        ],
  );

function checkProgramme({ settings }: Town, known: KnownIds): TownProblem[] {
  const { emergencyProgramme } = settings;
  if (emergencyProgramme !== undefined && known.has('programmes', emergencyProgramme)) return [];
  return [
    problemAt(['dangers'], {
      'zh-CN':
        'settings.yaml 没有写明有人有危险时运行的项目（emergencyProgramme），请填写 programmes/ 中的项目',
      en: 'settings.yaml names no emergencyProgramme that there is; name what runs when somebody is in danger, one of the folder programmes/',
    }),
  ];
}
