import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const versions = z.record(z.string(), z.string()).default({});
const packageSchema = z.looseObject({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
});
const lockSchema = z.looseObject({
  packages: z.record(
    z.string(),
    z.looseObject({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      inBundle: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

describe('what is depended on', () => {
  it.each(['package.json', 'local-cloud/package.json'])('is at one version in %s', (file) => {
    const { dependencies, devDependencies, overrides } = packageSchema.parse(read(file));
    const said = Object.entries({ ...dependencies, ...devDependencies, ...overrides });
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter(([, version]) => !/^(?:npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('is known by its digest, from whichever registry it comes', () => {
    const packages = Object.entries(lockSchema.parse(read('package-lock.json')).packages);
    const registered = packages.filter(([path]) => path.startsWith('node_modules/'));
    expect(registered.length).toBeGreaterThan(500);
    // Ours are links; what lies within another package comes with its digest.
    const without = registered.filter(
      ([, { link, inBundle, integrity }]) => !link && !inBundle && !integrity,
    );
    expect(without).toEqual([]);
    expect(packages.filter(([, { link, resolved }]) => !link && resolved !== undefined)).toEqual([]);
  });
});
