import { useMemo } from 'react';
import type { Bilingual } from '../../../domain/words/language.js';
import { useLoaded } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { categoriesRoute, villagesRoute } from '../../../contracts/resident/town.js';

interface Named {
  readonly id: string;
  readonly name: Bilingual;
}

export interface TownNames {
  readonly categories: readonly Named[];
  readonly villages: readonly Named[];
  readonly categoryName: (id: string) => string;
  readonly villageName: (id: string) => string;
}

/** The town's names for its categories and villages; an id where that is not known yet. */
export function useTownNames(): TownNames {
  const { language, me } = usePage();
  const town = { town: me.town.id };
  const categories = useLoaded(categoriesRoute, { query: town }).value;
  const villages = useLoaded(villagesRoute, { query: town }).value;
  return useMemo(() => {
    const nameIn = (list: readonly Named[] = []) => {
      const names = new Map(list.map(({ id, name }) => [id, name[language]]));
      return (id: string) => names.get(id) ?? id;
    };
    return {
      categories: categories?.categories ?? [],
      villages: villages?.villages ?? [],
      categoryName: nameIn(categories?.categories),
      villageName: nameIn(villages?.villages),
    };
  }, [categories, villages, language]);
}
