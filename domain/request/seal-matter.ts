import { isPlainComplaint, type Reading } from '../reading/read-words.js';
import type { Town } from '../town/schema.js';
import { given } from '../words/given.js';
import { type Chosen, type Matter, OTHER_CATEGORY } from './matter-of.js';
import { namedStaff } from './named-staff.js';
import { staffByPost } from './staff-by-post.js';

/** A resident's wishes beside the matter itself. */
export interface Wishes {
  /** It is about a member of staff: keep it confidential. */
  readonly aboutStaff?: boolean | undefined;
  /** Whom it is about besides those that its words name: it is said beside a complaint about them. */
  readonly about?: readonly string[] | undefined;
  /** Whoever handles it is not to learn who they are. */
  readonly anonymous?: boolean | undefined;
}

export interface Said extends Pick<Wishes, 'aboutStaff' | 'about'>, Pick<Chosen, 'category'> {
  readonly words: string;
}

/** A category of complaints about offices and their people: letters and visits, mediated between nobody. */
const isForComplaints = ({ categories }: Pick<Town, 'categories'>, category: string): boolean =>
  categories.some(({ id, path, mediation }) => id === category && path === 'petition' && !mediation);

/**
 * Whether a matter complains about staff, or may: then it is the inspection team's to look at. Whoever chose another
 * category must say so plainly; what is surely about a public place and only may complain besides goes its normal way.
 */
function mayComplain(town: Town, { complaint, category }: Reading, said: Said): boolean {
  if (said.aboutStaff) return true;
  if (complaint.level === 'none') return false;
  const { category: chosen = OTHER_CATEGORY } = said;
  if (chosen !== OTHER_CATEGORY && !isForComplaints(town, chosen)) return isPlainComplaint(complaint);
  if (complaint.level === 'complaint') return true;
  const read = town.categories.find(({ id }) => id === category.id);
  return !(category.sure && read?.public);
}

/**
 * The matter as it may be known: a complaint about staff lies in no grid, and is nobody's but the inspection team's. An
 * emergency stays one, kept from whom it may be about.
 */
export function sealMatter(town: Town, matter: Matter, reading: Reading, said: Said): Matter {
  if (!mayComplain(town, reading, said)) return matter;
  const named = namedStaff(town, said.words);
  const meant = named.length > 0 ? named : staffByPost(town, said.words, matter);
  const about = [...new Set([...(said.about ?? []), ...meant])];
  const { village, group, grid: _grid, unsure: _unsure, ...rest } = matter;
  if (matter.path === 'emergency') return { ...matter, confidential: { about } };
  return { ...rest, path: 'petition', confidential: { about, ...given({ village, group }) } };
}
