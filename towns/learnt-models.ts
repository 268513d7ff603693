import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import type { Memory } from '../domain/reading/learn.js';
import { learntFrom } from '../domain/reading/model.js';

/** The towns that come with the sources bring what their reading learnt: nobody waits for it at a first start. */
export const SAMPLE_TOWNS = ['sanhehu', 'elmford'] as const;
export type SampleTown = (typeof SAMPLE_TOWNS)[number];
const broughtBy = (town: SampleTown): string => join(import.meta.dirname, `learnt-${town}.json.br`);

/** The model that a sample town brings, whatever its texts are by now. */
const brought = (town: SampleTown): string =>
  brotliDecompressSync(readFileSync(broughtBy(town))).toString('utf8');

/** What a sample town brings that was learnt from just these examples. */
export const recallBrought = (fingerprint: string): string | undefined =>
  SAMPLE_TOWNS.map(brought).find((model) => learntFrom(model) === fingerprint);

export const bring = (town: SampleTown, model: string): void =>
  writeFileSync(broughtBy(town), brotliCompressSync(model));

const FOLDER = join(import.meta.dirname, '../node_modules/.cache/small-grid/models');
const fileOf = (fingerprint: string): string => join(FOLDER, `${fingerprint}.json`);

function kept(fingerprint: string): string | undefined {
  try {
    return readFileSync(fileOf(fingerprint), 'utf8');
  } catch {
    return undefined;
  }
}

function keep(fingerprint: string, model: string): void {
  const part = `${fileOf(fingerprint)}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(part, model);
    // Whole or not at all, for whoever reads it at this moment.
    renameSync(part, fileOf(fingerprint));
  } catch {
    // Where nothing can be kept, it is learnt anew the next time.
  }
}

function unpacked(fingerprint: string): string | undefined {
  const model = recallBrought(fingerprint);
  if (model !== undefined) keep(fingerprint, model);
  return model;
}

/** Models that were learnt on this machine, or came with the sources: learning takes seconds. A missing file only costs the time. */
export const LEARNT_MODELS: Memory = {
  recall: (fingerprint) => kept(fingerprint) ?? unpacked(fingerprint),
  keep,
};
