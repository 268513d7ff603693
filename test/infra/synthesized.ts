import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DECLARATIONS } from '../../infra/declarations.js';
import { createSmallGridApp, type MonitoringSettings } from '../../infra/small-grid-app.js';
import { declaredFunctions } from '../../tools/declared-functions.js';

export interface Resource {
  readonly Type: string;
  readonly Properties: Record<string, unknown>;
  readonly DeletionPolicy?: string;
  readonly Condition?: string;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs: Readonly<Record<string, unknown>>;
  readonly Parameters: Readonly<Record<string, object>>;
  readonly Conditions: Readonly<Record<string, unknown>>;
}

export const FUNCTIONS = declaredFunctions(join(import.meta.dirname, '../..'));

/** What the template says of small-grid does not depend on the code of the functions: stand-ins keep this quick. */
function standInBundles(folder: string): string {
  for (const { name } of FUNCTIONS) {
    mkdirSync(join(folder, 'fn', name), { recursive: true });
    writeFileSync(join(folder, 'fn', name, 'index.mjs'), `export const handler = '${name}';\n`);
  }
  writeFileSync(join(folder, 'fn', DECLARATIONS), JSON.stringify(FUNCTIONS));
  return join(folder, 'fn');
}

/** Synthesizes the app into a folder that is gone afterwards. */
function templateOf(stack: string, monitoring?: MonitoringSettings): Template {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-synth-'));
  try {
    const bundles = standInBundles(folder);
    const app = createSmallGridApp({ bundles, outdir: join(folder, 'cdk.out'), monitoring });
    return app.synth().getStackByName(stack).template as Template;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const synthesize = (): Template => templateOf('SmallGrid');

/** Alarms and dashboard. */
export const synthesizeMonitoring = (monitoring?: MonitoringSettings): Template =>
  templateOf('SmallGridMonitoring', monitoring);

/** Resources of one type, by logical id. */
export const ofType = (template: Template, type: string): Record<string, Resource> =>
  Object.fromEntries(Object.entries(template.Resources).filter(([, resource]) => resource.Type === type));
