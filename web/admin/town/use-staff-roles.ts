import { useMemo } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { TOWN } from './words.js';
import { useTownPart } from './use-town-part.js';

/** The roles of each member of the staff: posts of grids, contacts of departments. */
export function useStaffRoles(): (staff: string) => readonly string[] {
  const words = useWords(TOWN);
  const { language } = usePage();
  const grids = useTownPart('grids').value?.grids;
  const departments = useTownPart('departments').value?.departments;
  return useMemo(() => {
    const roles = new Map<string, string[]>();
    const add = (staff: string, role: string) => roles.set(staff, [...(roles.get(staff) ?? []), role]);
    for (const { name, contacts } of departments ?? [])
      for (const contact of contacts) add(contact, name[language]);
    for (const { number, posts } of grids ?? [])
      for (const post of ['a', 'b', 'c'] as const) {
        const holder = posts[post];
        if (holder !== undefined) add(holder, words.staff.post(number, words.grids.posts[post]));
      }
    return (staff) => roles.get(staff) ?? [];
  }, [grids, departments, language, words]);
}
