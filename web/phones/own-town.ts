import { chooseLanguage } from '../../contracts/pages/language.js';
import type { Directory } from './directory.js';

export interface Visitor {
  /** The query of the address. */
  readonly search: string;
  /** The browser's languages, the dearest first. */
  readonly preferred: readonly string[];
}

/** Where a visitor belongs who named no town: to one whose people write the visitor's language. Undefined: here. */
export function ownTown({ town, others }: Directory, { search, preferred }: Visitor): string | undefined {
  if (new URLSearchParams(search).has('town')) return undefined;
  const language = chooseLanguage({ search, stored: null, preferred });
  if (town.language === language) return undefined;
  const other = others.find((one) => one.language === language);
  return other && other.address + search.replace('?', '&');
}
