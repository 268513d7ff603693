import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readSettings } from '../infra/read-settings.js';
import { createSmallGridApp } from '../infra/small-grid-app.js';
import { asProgram } from './as-program.js';
import { DATA_TEMPLATE, release, releasedNotes } from './supply/release.js';

const USAGE = `npm run release -- VERSION             gives what is at the top of CHANGELOG.md a version: a commit and a tag, on a clean main
npm run release -- VERSION --dry-run   says what that would be
npm run release -- VERSION --notes     the notes of a version that was released`;

const templateSchema = z.looseObject({ Resources: z.unknown(), Outputs: z.unknown() });

/** Of the sample `prod`, from the bundles that are there. */
function dataTemplate(): string {
  const outdir = mkdtempSync(join(tmpdir(), 'small-grid-release-'));
  process.env['CDK_VALIDATION'] = 'false';
  try {
    createSmallGridApp({ bundles: 'dist/fn', outdir, settings: readSettings('settings', 'prod') }).synth();
    const synthesized = readFileSync(join(outdir, 'SmallGridData.template.json'), 'utf8');
    const { Resources, Outputs } = templateSchema.parse(JSON.parse(synthesized));
    return execFileSync('node_modules/.bin/oxfmt', ['--stdin-filepath', DATA_TEMPLATE], {
      input: JSON.stringify({ Resources, Outputs }, null, 2),
      encoding: 'utf8',
    });
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

asProgram(import.meta.url, async () => {
  const { values, positionals } = parseArgs({
    options: {
      'dry-run': { type: 'boolean' },
      notes: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    allowPositionals: true,
  });
  const [version, ...more] = positionals;
  const say = (line: string): void => console.log(line);
  if (values.help) return say(USAGE);
  if (version === undefined || more.length > 0) throw new Error(USAGE);
  const root = process.cwd();
  if (values.notes) return say(releasedNotes(root, version));
  // The day where the release is made, whatever UTC has.
  const day = new Date().toLocaleDateString('sv-SE');
  release({ root, version, isTried: values['dry-run'] ?? false, day, dataTemplate, say });
});
