import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Departments are named once, have known contacts, and no two share a word by which cadres transfer to them. */
export const checkDepartments = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.departments, (department) => department.id).map(({ index, key }) =>
    problemAt(
      ['departments', index, 'id'],
      `department "${key}" is there twice; keep one`,
      `部门“${key}”重复，请只保留一个`,
    ),
  ),
  ...town.departments.flatMap((department, index) => checkContacts(department.contacts, index, known)),
  ...checkTransferWords(town),
];

const checkContacts = (contacts: readonly string[], index: number, known: KnownIds): TownProblem[] => [
  ...contacts.flatMap((staff, at) =>
    known.has('staff', staff)
      ? []
      : [
          problemAt(
            ['departments', index, 'contacts', at],
            `there is no "${staff}" in staff.csv; add them or name another`,
            `staff.csv 中没有“${staff}”，请补充或改填`,
          ),
        ],
  ),
  ...findRepeats(contacts, (staff) => staff).map(({ index: at, key }) =>
    problemAt(
      ['departments', index, 'contacts', at],
      `"${key}" is listed twice; keep one`,
      `“${key}”重复，请只保留一个`,
    ),
  ),
];

function checkTransferWords(town: Town): TownProblem[] {
  const words = town.departments.flatMap((department, index) =>
    department.keywords.map((word, at) => ({ word: word.toLowerCase(), index, at, id: department.id })),
  );
  return findRepeats(words, ({ word }) => word).flatMap(({ index, first, key }) => {
    const here = words[index];
    return here
      ? [
          problemAt(
            ['departments', here.index, 'keywords', here.at],
            `"${key}" already means "${words[first]?.id}"; a word leads to one department`,
            `“${key}”已指向“${words[first]?.id}”，一个词只能指向一个部门`,
          ),
        ]
      : [];
  });
}
