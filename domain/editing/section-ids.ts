/** What of a town's data is edited in the console, in the order in which it is listed there. */
export const SECTION_IDS = [
  'staff',
  'posts',
  'departments',
  'supervisors',
  'villages',
  'grids',
  'places',
  'reception',
  'categories',
  'examples',
  'dutyList',
  'dangers',
  'deadlines',
  'settings',
  'programmes',
  'texts',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

export const isSectionId = (name: string): name is SectionId => SECTION_IDS.some((id) => id === name);
