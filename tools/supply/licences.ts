import parse, { type ConjunctionInfo, type LicenseInfo } from 'spdx-expression-parse';
import { type Bill, type Component, isForDevelopment, licenceOf } from './bill-of-materials.js';

/** Licences by their SPDX names, under which anything may be used and passed on that keeps their notice. */
const EVERYWHERE: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Accepted for building and testing besides: each binds whoever passes the work itself on, and nobody does. */
const FOR_DEVELOPMENT: readonly string[] = [
  // Of data (browsers, names of licences).
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  // Of axe-core, unchanged.
  'MPL-2.0',
  // Of the Chinese font in which tests take pictures.
  'OFL-1.1',
  'Zlib',
];

/** Whose package says nothing that can be read, and what its LICENSE file says. */
const READ_BY_HAND: Readonly<Record<string, string>> = {
  'duck@0.1.12': 'BSD-2-Clause',
};

export interface Judged {
  /** How many packages there are under what they say, those for development apart. */
  readonly counts: ReadonlyMap<string, { readonly everywhere: number; readonly forDevelopment: number }>;
  /** Which may not be used, with what they say: `name@version: licence`. */
  readonly refused: readonly string[];
  /** Which are read by hand, and need not be. */
  readonly stale: readonly string[];
}

/** Judges what all is made of. A package that says nothing, or what nobody knows, is refused. */
export function judgeLicences({ components }: Bill, readByHand = READ_BY_HAND): Judged {
  const counts = new Map<string, { everywhere: number; forDevelopment: number }>();
  const refused: string[] = [];
  const unread = new Set<string>();
  for (const component of components) {
    const said = licenceOf(component);
    if (said === undefined) unread.add(component['bom-ref']);
    const licence = said ?? readByHand[component['bom-ref']] ?? 'says nothing';
    const count = counts.get(licence) ?? { everywhere: 0, forDevelopment: 0 };
    count[isForDevelopment(component) ? 'forDevelopment' : 'everywhere'] += 1;
    counts.set(licence, count);
    if (!isAccepted(licence, component)) refused.push(`${component['bom-ref']}: ${licence}`);
  }
  return { counts, refused, stale: Object.keys(readByHand).filter((name) => !unread.has(name)) };
}

function isAccepted(licence: string, component: Component): boolean {
  const accepted = isForDevelopment(component) ? [...EVERYWHERE, ...FOR_DEVELOPMENT] : EVERYWHERE;
  try {
    return holds(parse(licence), accepted);
  } catch {
    // No SPDX expression.
    return false;
  }
}

/** Of "or" one will do; of "and" each must. Additions, "or later" or an exception, only allow more. */
function holds(info: LicenseInfo | ConjunctionInfo, accepted: readonly string[]): boolean {
  if (!('conjunction' in info)) return accepted.includes(info.license);
  const [left, right] = [holds(info.left, accepted), holds(info.right, accepted)];
  return info.conjunction === 'or' ? left || right : left && right;
}
