import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const licenceSchema = z.union([
  z.looseObject({ license: z.looseObject({ id: z.string().optional(), name: z.string().optional() }) }),
  z.looseObject({ expression: z.string() }),
]);
const componentSchema = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  licenses: z.array(licenceSchema).default([]),
  properties: z.array(z.looseObject({ name: z.string(), value: z.string() })).default([]),
});
export type Component = z.infer<typeof componentSchema>;

/** The bill of materials, in CycloneDX 1.5. */
const billSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ name: z.string(), version: z.string() }) }),
  components: z.array(componentSchema).min(1),
});
export type Bill = z.infer<typeof billSchema>;

const packageSchema = z.looseObject({ name: z.string() });

/**
 * Every package that the lock file of a folder names, those for other machines too, as npm itself lists them; nothing
 * needs to be installed. Throws with npm's own words.
 */
export function billOfMaterials(root: string): Bill {
  const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  // The npm that runs this, where one does: no other may be installed.
  const npm = process.env['npm_execpath'];
  const [program, ...first] = npm?.endsWith('.js') ? [process.execPath, npm] : ['npm'];
  const { error, status, stdout, stderr } = spawnSync(program, [...first, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (error || status !== 0) throw error ?? new Error(`npm sbom failed: ${stderr.trim()}`);
  const bill = billSchema.parse(JSON.parse(stdout));
  // npm takes the name of the folder.
  bill.metadata.component.name = packageSchema.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  ).name;
  return bill;
}

/** Needed to build and test only: none of it is deployed, or runs for `npm start`. */
export const isForDevelopment = ({ properties }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

/** The licence that a package declares, an SPDX expression if it is any; undefined where it declares none. */
export function licenceOf({ licenses: [first] }: Component): string | undefined {
  if (first === undefined) return undefined;
  return 'expression' in first ? String(first.expression) : (first.license.id ?? first.license.name);
}
