import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';

const editSchema = z.strictObject({
  file: z.string(),
  /** Found exactly once, however its lines are broken. */
  text: z.string(),
  becomes: z.string(),
});
export type Edit = z.infer<typeof editSchema>;

const safeguardSchema = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]+$/),
  /** Where it is promised, in the words of that page. */
  says: z.strictObject({ page: z.string(), words: z.string() }),
  /** What removes it and leaves everything else as it is. */
  without: z.array(editSchema).min(1),
  /** The test that fails then, by its title as it stands in the file. */
  missedBy: z.strictObject({ file: z.string(), title: z.string() }),
});
export type Safeguard = z.infer<typeof safeguardSchema>;

export const SAFEGUARDS_FILE = 'test/safeguards/safeguards.yaml';

/** Every safeguard that the docs name, the most dangerous to lose first. */
export const readSafeguards = (root: string): Safeguard[] =>
  z.array(safeguardSchema).parse(parse(readFileSync(join(root, SAFEGUARDS_FILE), 'utf8')));

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Matches a text that may be broken into lines in another way. */
const matching = (text: string): RegExp =>
  new RegExp(text.trim().split(/\s+/).map(escaped).join('\\s+'), 'g');

/** How often a text stands in another, however the lines are broken. */
export const timesFound = (text: string, whole: string): number => [...whole.matchAll(matching(text))].length;

/** A file without the safeguard. */
export function edited({ file, text, becomes }: Edit, whole: string): string {
  const times = timesFound(text, whole);
  if (times !== 1) throw new Error(`${file}: found ${times} times, and not once: ${text.trim()}`);
  return whole.replace(matching(text), () => becomes.trim());
}

/** Matches the names of these tests, for Jest. */
export const namePattern = (titles: readonly string[]): string => titles.map(escaped).join('|');
