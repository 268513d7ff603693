import { usePage } from '../page/page-context.js';
import { useTownNames } from '../town/use-town-names.js';
import { useTownPart } from '../town/use-town-part.js';
import type { TrailNames } from './trail-words.js';

/** Today's names for the ids in the trail. */
export function useTrailNames(): TrailNames {
  const { language } = usePage();
  const { categoryName, villageName } = useTownNames();
  const people = useTownPart('people').value?.people ?? [];
  const departments = useTownPart('departments').value?.departments ?? [];
  const contacts = useTownPart('settings').value?.settings.emergencies?.lastLine.contacts ?? [];
  const named =
    (list: readonly { readonly id: string; readonly name: Readonly<Record<typeof language, string>> }[]) =>
    (id: string): string =>
      list.find((one) => one.id === id)?.name[language] ?? id;
  return {
    category: categoryName,
    village: villageName,
    department: named(departments),
    person: (id) => people.find((one) => one.id === id)?.name ?? id,
    contact: named(contacts),
  };
}
