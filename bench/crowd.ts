import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SAMPLE = join(import.meta.dirname, '..', 'towns', 'sanhehu');

export interface CrowdTown {
  /** A town's folder. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** The sample town behind a proxy on this machine that says who calls, so that a load is many callers, not one. */
export async function crowdTown(): Promise<CrowdTown> {
  const folder = await mkdtemp(join(tmpdir(), 'small-grid-crowd-'));
  await cp(SAMPLE, folder, { recursive: true });
  const settings = join(folder, 'settings.yaml');
  const text = await readFile(settings, 'utf8');
  await writeFile(settings, text.replace('trustedProxies: []', "trustedProxies: ['127.0.0.0/8']"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The network address of the n-th of them. */
export const from = (n: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`,
});
