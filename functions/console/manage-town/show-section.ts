import { examplesOf } from '../../../domain/reading/examples-of.js';
import { townNames } from '../../../domain/editing/changes-in-words.js';
import type { Entry } from '../../../domain/editing/entry.js';
import { fieldsOf, referredBy } from '../../../domain/editing/fields.js';
import { isSectionId, type SectionId } from '../../../domain/editing/section-ids.js';
import { SECTIONS } from '../../../domain/editing/sections.js';
import type { Town } from '../../../domain/town/schema.js';
import { MOST_ENTRIES, type sectionRoute } from '../../../contracts/console/editing.js';
import { audit } from '../audit.js';
import type { CallOf } from '../../http/route-handler.js';
import { Problem } from '../../http/problem.js';
import type { Managing } from './managing.js';

/** `GET /admin/town/sections/{section}`: entries as they are edited, the phones of staff whole, which is noted. */
export const showSection = (services: Managing) => async (call: CallOf<typeof sectionRoute>) => {
  const { section } = call.params;
  if (!isSectionId(section)) throw new Problem('not-found');
  const { of, find } = call.query();
  const { towns } = services;
  const { version, stored } =
    section === 'examples' ? await towns.openWhole(call.user.town) : await towns.open(call.user.town);
  const entries =
    section === 'examples' ? examplesWith(stored, of, find) : SECTIONS[section].entriesOf(stored);
  if (section === 'staff')
    await audit(services, call, { action: 'phones.read', detail: String(entries.length) });
  return call.answer(200, {
    version,
    fields: [...fieldsOf(section)],
    entries: entries.slice(0, MOST_ENTRIES).map((entry) => ({ ...entry })),
    count: entries.length,
    names: namesFor(section, stored),
  });
};

function examplesWith(town: Town, of: string | undefined, find: string | undefined): readonly Entry[] {
  const sought = find?.trim().toLowerCase() ?? '';
  return examplesOf(town).filter(
    ({ category, words }) =>
      (of === undefined || category === of) && (sought === '' || words.toLowerCase().includes(sought)),
  );
}

/** Kinds of danger have the names that the town gives them, wherever they can be chosen. */
function namesFor(section: SectionId, town: Town) {
  const names = townNames(town);
  const referred = [...referredBy(fieldsOf(section)), ...(NAMED_BY[section] ?? []), 'dangers' as const];
  return Object.fromEntries(referred.map((to) => [to, [...names(to)].map(([key, name]) => ({ key, name }))]));
}

/** Sections whose entries are called after those of others. */
const NAMED_BY: Partial<Record<SectionId, readonly SectionId[]>> = { posts: ['grids'] };
