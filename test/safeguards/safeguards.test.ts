import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { edited, readSafeguards, timesFound } from './safeguard.js';

const ROOT = join(import.meta.dirname, '../..');
const SAFEGUARDS = readSafeguards(ROOT);
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** `npm run test:safeguards` removes each and looks whether its test fails; this holds that it still can. */
describe.each(SAFEGUARDS.map((safeguard) => [safeguard.name, safeguard] as const))(
  'the safeguard %s',
  (_name, { says, without, missedBy }) => {
    it('is named by the page that promises it', () => {
      expect([says.page, says.words, timesFound(says.words, read(says.page))]).toEqual([
        says.page,
        says.words,
        expect.any(Number),
      ]);
      expect(timesFound(says.words, read(says.page))).toBeGreaterThan(0);
    });

    it('is in one place of the code, from which it can be taken away', () => {
      const files = new Map<string, string>();
      for (const edit of without) files.set(edit.file, edited(edit, files.get(edit.file) ?? read(edit.file)));
      for (const [file, changed] of files) expect(changed).not.toBe(read(file));
    });

    it('is held by one test of that title', () => {
      expect({ ...missedBy, found: timesFound(missedBy.title, read(missedBy.file)) }).toEqual({
        ...missedBy,
        found: 1,
      });
    });
  },
);

it('no two safeguards have one name', () => {
  const names = SAFEGUARDS.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
