import { useWords } from '../page/catalogue.js';
import { TOWN } from './words.js';
import { useStaffRoles } from './use-staff-roles.js';
import { useTownPart } from './use-town-part.js';

/** The town's staff to choose from, each with their posts and departments: several may have one name. */
export function usePeopleOptions(): readonly (readonly [id: string, said: string])[] {
  const { duties } = useWords(TOWN).staff;
  const people = useTownPart('people').value?.people ?? [];
  const rolesOf = useStaffRoles();
  return people.map(({ id, name, duty }) => {
    const roles = rolesOf(id);
    return [id, [name, ...(roles.length > 0 ? roles : [duties[duty]])].join(' · ')];
  });
}
