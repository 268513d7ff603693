import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../infra/read-settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { readStacks } from '../templates/flattened.js';
import { inFlight } from '../templates/in-flight.js';

const formatted = (file: string, content: unknown): string =>
  execFileSync('node_modules/.bin/oxfmt', ['--stdin-filepath', file], {
    input: JSON.stringify(content, null, 2),
    encoding: 'utf8',
  });

/**
 * The templates that the next release is compared with, by file: the stack of the data, and everything that executions
 * rely on. Of the sample `prod`, from the bundles that are there.
 */
export function keptTemplates(): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'small-grid-release-'));
  process.env['CDK_VALIDATION'] = 'false';
  try {
    createSmallGridApp({ bundles: 'dist/fn', outdir, settings: readSettings('settings', 'prod') }).synth();
    const { stacks, whole } = readStacks(outdir);
    const kept = {
      'test/infra/released-data.template.json': stacks[0]?.template,
      'test/infra/released-in-flight.json': inFlight(whole),
    };
    return Object.fromEntries(
      Object.entries(kept).map(([file, content]) => [file, formatted(file, content)]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
