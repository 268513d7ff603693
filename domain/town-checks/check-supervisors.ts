import { findRepeats } from './find-repeats.js';
import { checkStaffNamed } from './check-staff-named.js';
import type { KnownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Supervisors are leaders that the town knows; where a town has any, every village has one. */
export const checkSupervisors = (town: Town, known: KnownIds): TownProblem[] => [
  ...checkReferences(town, known),
  ...checkRepeats(town),
  ...checkVillagesSupervised(town, known),
];

function checkReferences(town: Town, known: KnownIds): TownProblem[] {
  return town.supervisors.flatMap(({ staff, village }, index) => {
    const path = ['supervisors', index];
    const person = town.staff.find(({ id }) => id === staff);
    return [
      ...checkStaffNamed(known, staff, [...path, 'staff']),
      ...(person === undefined || person.duty === 'leader'
        ? []
        : [
            problemAt([...path, 'staff'], {
              'zh-CN': `“${staff}”不是领导，只有职务为 leader 的人员可以包村`,
              en: `"${staff}" is no leader; only staff of duty "leader" supervise villages`,
            }),
          ]),
      ...(known.has('villages', village)
        ? []
        : [
            problemAt([...path, 'village'], {
              'zh-CN': `villages.csv 中没有村“${village}”`,
              en: `there is no village "${village}" in villages.csv`,
            }),
          ]),
    ];
  });
}

const checkRepeats = (town: Town): TownProblem[] =>
  findRepeats(town.supervisors, ({ role, village }) => `${role} ${village}`).map(({ index }) =>
    problemAt(['supervisors', index, 'village'], {
      'zh-CN': '该村已有同一职责的包村人员，请只保留一个',
      en: 'this village has another supervisor of that role; keep one',
    }),
  );

function checkVillagesSupervised(town: Town, known: KnownIds): TownProblem[] {
  const supervised = new Set(town.supervisors.map(({ village }) => village));
  if (supervised.size === 0 || !known.complete('supervisors')) return [];
  return town.villages.flatMap(({ id }, index) =>
    supervised.has(id)
      ? []
      : [
          problemAt(['villages', index, 'id'], {
            'zh-CN': `村“${id}”没有包村领导，请在 supervisors.csv 中填写`,
            en: `nobody supervises village "${id}"; name a leader in supervisors.csv`,
          }),
        ],
  );
}
