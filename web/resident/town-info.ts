import type { Bilingual } from '../../domain/words/language.js';
import { isObject, listOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

/** Which town the page is for: the answer of `GET /town`. */
export interface TownInfo {
  readonly name: Bilingual;
  /** Whether its names and numbers are invented. */
  readonly sample: boolean;
  /** The number that people text. */
  readonly number: string;
  readonly emergencyNumbers: readonly string[];
}

export function townInfoOf(value: unknown): TownInfo | undefined {
  if (!isObject(value)) return undefined;
  const name = bilingualOf(value['name']);
  const number = textOf(value['number']);
  if (name === undefined || number === undefined) return undefined;
  return {
    name,
    sample: value['sample'] === true,
    number,
    emergencyNumbers: listOf(value['emergencyNumbers'], textOf),
  };
}
