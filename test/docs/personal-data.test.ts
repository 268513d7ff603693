import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_KIND } from '../../adapters/table-keys.js';
import { BACKUP_DAYS } from '../../domain/personal-data/backups.js';
import { lasts } from '../../domain/personal-data/retention.js';
import { sampleTown } from '../towns/sample-town.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/personal-data.md'), 'utf8');

it('the page says of every kind of item whether people are in it, who reads it and how it ends', () => {
  const unsaid = Object.values(KEY_KIND).filter((kind) => !page.includes(`\`${kind}\``));
  expect(unsaid).toEqual([]);
});

it('the page says the days that the sample town keeps things, and for how long backups do', () => {
  const { files, ...kinds } = sampleTown().settings.retention;
  const said = (setting: string): string | undefined =>
    page
      .split('\n')
      .find((line) => line.startsWith('|') && line.includes(`\`${setting}\``) && /\| \d+ \|/.test(line));
  for (const [setting, allowance] of [
    ...Object.entries(kinds),
    ...Object.entries(files).map(([file, one]) => [`files.${file}`, one] as const),
  ])
    expect(said(setting)).toContain(`| ${lasts(allowance) / 86_400_000} |`);
  expect(page).toContain(`${BACKUP_DAYS} days`);
});
