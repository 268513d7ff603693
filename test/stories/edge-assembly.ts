import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { ROOT } from './town-story.js';

/** The app with CloudFront before it. */
export interface EdgeAssembly {
  readonly assembly: string;
  readonly remove: () => void;
}

export function synthesizeBehindCloudFront(): EdgeAssembly {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-edge-'));
  const assembly = join(folder, 'cdk.out');
  const settings = { ...LOCAL_SETTINGS, edge: {} };
  createSmallGridApp({ bundles: join(ROOT, 'dist/fn'), outdir: assembly, settings }).synth();
  return { assembly, remove: () => rmSync(folder, { recursive: true }) };
}
