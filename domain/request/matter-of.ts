import { isPlainComplaint, isPlainDanger, type Reading } from '../reading/read-words.js';
import type { Category, Town } from '../town/schema.js';
import { gridOfPlace } from '../geography/grid-lookup.js';
import { dangerRules } from './danger-words.js';
import type { RequestRecord } from './record.js';
import { given } from '../words/given.js';

/** The writer's own choices on a form, besides the words. */
export interface Chosen {
  readonly category?: string | undefined;
  readonly village?: string | undefined;
  readonly group?: number | undefined;
  /** A point on the map was given: what places the words name is of no account. */
  readonly located?: boolean | undefined;
}

export type Matter = Pick<
  RequestRecord,
  'category' | 'path' | 'danger' | 'village' | 'group' | 'grid' | 'unsure' | 'confidential'
>;

/** The category that takes whatever fits no other; every town has it. */
export const OTHER_CATEGORY = 'other';

/** The second category is asked about when it is at least this likely beside the first. */
const RIVAL = 0.6;

/**
 * The matter and the place of a request, from its words and its writer's choices. The words are read even where a
 * category was chosen: gas in a report of a street light is gas. Open points are noted, to be asked back.
 */
export function matterOf(town: Town, reading: Reading, chosen: Chosen): Matter {
  const danger = dangerIn(town, reading, chosen);
  const forced = danger?.sure ? dangerRules(town, danger.kind)?.category : undefined;
  const category = categoryOf(town, forced ?? chosen.category ?? likeliest(town, reading, danger));
  const place = placeOf(town, reading, chosen);
  const { unsure, ...where } = place;
  const rivals =
    forced === undefined && chosen.category === undefined && !danger?.sure
      ? rivalsIn(town, reading)
      : undefined;
  const open = { ...unsure, ...(rivals ? { categories: rivals } : {}) };
  return {
    category: category?.id ?? OTHER_CATEGORY,
    path: danger?.sure ? 'emergency' : (category?.path ?? 'same-day'),
    ...(danger ? { danger } : {}),
    ...where,
    ...(Object.keys(open).length > 0 ? { unsure: open } : {}),
  };
}

const categoryOf = (town: Town, id: string | undefined): Category | undefined =>
  town.categories.find((category) => category.id === id);

/**
 * Read in the words, or meant by a category that is an emergency whatever its words say. Whoever chose another category
 * knows of no emergency: then the words must say it plainly, and what they only may mean is asked; so it is where they
 * plainly complain of staff.
 */
function dangerIn(town: Town, { danger, complaint }: Reading, { category }: Chosen): RequestRecord['danger'] {
  const isChosen = category !== undefined && category !== OTHER_CATEGORY;
  const isElse = isChosen || isPlainComplaint(complaint);
  const level =
    isElse && danger.level !== 'none' && !isPlainDanger(danger) ? doubted(danger.confidence) : danger.level;
  if (danger.kind !== undefined && level !== 'none') return { kind: danger.kind, sure: level === 'danger' };
  if (categoryOf(town, category)?.path !== 'emergency') return undefined;
  const kind = town.dangers.find((rules) => rules.category === category)?.id ?? 'hazard';
  return { kind, sure: true };
}

/** Below this the words speak for no category at all. */
const HARDLY = 0.25;

/** From here on words are asked about whose writer chose a category that is no emergency. */
const ASKED_THOUGH_CHOSEN = 0.55;

const doubted = (confidence: number): Reading['danger']['level'] =>
  confidence >= ASKED_THOUGH_CHOSEN ? 'possible' : 'none';

/** The likeliest category, if there is one; an emergency's only where the words speak of a danger. */
const likeliest = (town: Town, { category }: Reading, danger: RequestRecord['danger']): string | undefined =>
  category.confidence < HARDLY
    ? undefined
    : category.best.find(({ label }) => danger !== undefined || categoryOf(town, label)?.path !== 'emergency')
        ?.label;

/** Two categories between which the words do not decide, where it matters which it is. */
function rivalsIn(town: Town, { category }: Reading): string[] | undefined {
  const [first, second] = category.best;
  if (category.sure || !first || !second || second.probability < first.probability * RIVAL) return undefined;
  const [one, other] = [categoryOf(town, first.label), categoryOf(town, second.label)];
  if (!one || !other || one.path === 'emergency' || other.path === 'emergency') return undefined;
  const isSame =
    one.path === other.path && one.department === other.department && one.programme === other.programme;
  return isSame ? undefined : [one.id, other.id];
}

function placeOf(
  town: Town,
  { place }: Reading,
  { village, group, located }: Chosen,
): Pick<Matter, 'village' | 'group' | 'grid' | 'unsure'> {
  if (village !== undefined) return { village, ...(group === undefined ? {} : { group }) };
  if (located === true) return {};
  const named = town.grids.find(({ number }) => number === place.grid);
  const where = {
    village: place.village ?? named?.village,
    group: place.village === undefined ? undefined : place.group,
  };
  const grid = named?.number ?? gridOfPlace(town, where)?.number;
  return {
    ...given({ village: where.village, group: where.group, grid }),
    ...(place.candidates.length > 0 ? { unsure: { villages: [...place.candidates] } } : {}),
  };
}
