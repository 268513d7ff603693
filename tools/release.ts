import { parseArgs } from 'node:util';
import { asProgram } from './as-program.js';
import { keptTemplates } from './supply/kept-templates.js';
import { release, releasedNotes } from './supply/release.js';

const USAGE = `npm run release -- VERSION             gives what is at the top of CHANGELOG.md a version: a commit and a tag, on a clean main
npm run release -- VERSION --dry-run   says what that would be
npm run release -- VERSION --notes     the notes of a version that was released`;

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
  release({ root, version, isTried: values['dry-run'] ?? false, day, templates: keptTemplates, say });
});
