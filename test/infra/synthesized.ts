import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DECLARATIONS } from '../../infra/declarations.js';
import { SITE } from '../../infra/site.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import type { Settings } from '../../infra/settings.js';
import { declaredFunctions } from '../../tools/declared-functions.js';
import {
  readStacks,
  type Resource,
  type SynthesizedStacks,
  type Template,
} from '../../tools/templates/flattened.js';

export type { Resource, Template };

export const FUNCTIONS = declaredFunctions(join(import.meta.dirname, '../..'));

/** What the template says of small-grid does not depend on the code of the functions: stand-ins keep this quick. */
export function standInBundles(folder: string): string {
  for (const { name } of FUNCTIONS) {
    mkdirSync(join(folder, 'fn', name), { recursive: true });
    writeFileSync(join(folder, 'fn', name, 'index.mjs'), `export const handler = '${name}';\n`);
  }
  for (const part of Object.keys(SITE)) {
    mkdirSync(join(folder, 'site', part), { recursive: true });
    writeFileSync(join(folder, 'site', part, 'main.js'), `'${part}';\n`);
  }
  writeFileSync(join(folder, 'fn', DECLARATIONS), JSON.stringify(FUNCTIONS));
  return join(folder, 'fn');
}

/** Synthesizes the app into a folder that is gone afterwards. */
export function synthesizeStacks(settings?: Settings): SynthesizedStacks {
  const folder = mkdtempSync(join(tmpdir(), 'small-grid-synth-'));
  try {
    const outdir = join(folder, 'cdk.out');
    createSmallGridApp({ bundles: standInBundles(folder), outdir, ...(settings && { settings }) }).synth();
    return readStacks(outdir);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Alarms and dashboard. */
export function synthesizeMonitoring(settings?: Settings): Template {
  const found = synthesizeStacks(settings).stacks.find(({ name }) => name.startsWith('SmallGridMonitoring'));
  if (!found) throw new Error('there is no stack of alarms');
  return found.template;
}

/** The same, as if all were in one stack. */
export const synthesize = (settings?: Settings): Template => synthesizeStacks(settings).whole;

/** Resources of one type, by logical id. */
export const ofType = (template: Template, type: string): Record<string, Resource> =>
  Object.fromEntries(Object.entries(template.Resources).filter(([, resource]) => resource.Type === type));
