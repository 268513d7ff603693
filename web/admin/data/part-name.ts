import { useWords } from '../page/catalogue.js';
import { DATA } from './words.js';

const nameIn = (parts: Readonly<Record<string, string>>, part: string): string => parts[part] ?? part;

/** Names the parts of a town's data; one of a later version, without a name here, by its own. */
export function usePartName(): (part: string) => string {
  const { parts } = useWords(DATA);
  return (part) => nameIn(parts, part);
}
