import type { ConsoleAsk } from '../../../contracts/console/requests.js';
import { askedFor } from '../../../web/admin/requests/asked-for.js';
import { REQUESTS } from '../../../web/admin/requests/words.js';

const { kinds } = REQUESTS.en.ask;

test.each<[string, ConsoleAsk['kind'], string | undefined, string]>([
  ['an approval by the step that says whose', 'approval', 'Red Cross approval', 'Red Cross approval'],
  ['the report of a department by both', 'report', 'Water company', 'Report · Water company'],
  ['what is asked about a step by both', 'documents', 'Red Cross approval', 'Documents · Red Cross approval'],
  ['what is no step by its kind', 'acceptance', undefined, 'Taking on'],
])('what somebody is asked for: %s', (_title, kind, step, said) => {
  expect(askedFor({ kind, step } as ConsoleAsk, kinds)).toBe(said);
});
