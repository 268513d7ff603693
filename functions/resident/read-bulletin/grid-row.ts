import type { Bulletin } from '../../../domain/daily-close/bulletin.js';
import { categoryTitle } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import { given } from '../../../domain/words/given.js';

/** A grid's row, with the names that the town has for what it says. */
export function gridRow({ grid, done, ...counts }: Bulletin['grids'][number], town: Town) {
  const found = town.grids.find(({ number }) => number === grid);
  const village = town.villages.find(({ id }) => id === found?.village)?.name;
  return {
    grid,
    ...counts,
    ...given({ name: found?.name, village }),
    ...(done && {
      done: done.map((kind) => ({ name: categoryTitle(town, kind.category), count: kind.count })),
    }),
  };
}
