import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

const versions = z.record(z.string(), z.string()).default({});
const manifestSchema = z.object({
  dependencies: versions,
  devDependencies: versions,
  overrides: versions,
  allowScripts: z.record(z.string(), z.boolean()).optional(),
});
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
      hasInstallScript: z.boolean().optional(),
    }),
  ),
});

const { packages } = lockSchema.parse(read('package-lock.json'));
const INSTALLED = Object.entries(packages).filter(([path]) => path.includes('node_modules/'));
const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

describe('what others made', () => {
  it.each(['package.json', 'local-cloud/package.json'])('is named by %s in one exact version', (file) => {
    const { dependencies, devDependencies, overrides } = manifestSchema.parse(read(file));
    const loose = Object.entries({ ...dependencies, ...devDependencies, ...overrides }).filter(
      ([, version]) => !EXACT.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('is known by the digest of its bytes, and comes from no address of its own', () => {
    expect(INSTALLED.length).toBeGreaterThan(100);
    const unsure = INSTALLED.filter(
      ([, { integrity, resolved, link, inBundle }]) =>
        !link && !inBundle && (!integrity?.startsWith('sha512-') || resolved !== undefined),
    );
    expect(unsure.map(([path]) => path)).toEqual([]);
  });

  it('runs nothing of its own while it is installed that nobody looked at', () => {
    const { allowScripts = {} } = manifestSchema.parse(read('package.json'));
    const names = INSTALLED.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) =>
      path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    );
    expect(names.filter((name) => !(name in allowScripts))).toEqual([]);
  });
});
