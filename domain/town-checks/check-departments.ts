import { checkKeywords } from './check-keywords.js';
import { findRepeats } from './find-repeats.js';
import { checkStaffNamed } from './check-staff-named.js';
import type { KnownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Departments are named once, have known contacts, and no two share a word by which cadres transfer to them. */
export const checkDepartments = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.departments, (department) => department.id).map(({ index, key }) =>
    problemAt(['departments', index, 'id'], {
      'zh-CN': `部门“${key}”重复，请只保留一个`,
      en: `department "${key}" is there twice; keep one`,
    }),
  ),
  ...town.departments.flatMap((department, index) => checkContacts(department.contacts, index, known)),
  ...checkKeywords('departments', town.departments, { 'zh-CN': '部门', en: 'department' }),
];

const checkContacts = (contacts: readonly string[], index: number, known: KnownIds): TownProblem[] => [
  ...contacts.flatMap((staff, at) => checkStaffNamed(known, staff, ['departments', index, 'contacts', at])),
  ...findRepeats(contacts, (staff) => staff).map(({ index: at, key }) =>
    problemAt(['departments', index, 'contacts', at], {
      'zh-CN': `“${key}”重复，请只保留一个`,
      en: `"${key}" is listed twice; keep one`,
    }),
  ),
];
