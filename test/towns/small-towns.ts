import type { Town } from '../../domain/town/schema.js';
import { caseTown } from '../domain/request/case-town.js';

/** So many small towns beside one another, of invented names and numbers; each differs in nothing but these. */
export function smallTowns(count: number, change: (town: Town) => Town = (town) => town): Town[] {
  const town = caseTown();
  return Array.from({ length: count }, (_, n) =>
    change({
      ...town,
      settings: {
        ...town.settings,
        id: `town-${String(n + 1).padStart(3, '0')}`,
        sms: { ...town.settings.sms, number: `+8619900${String(n + 1).padStart(6, '0')}` },
      },
    }),
  );
}
