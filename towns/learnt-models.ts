import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from '../domain/reading/learn.js';

const FOLDER = join(import.meta.dirname, '../node_modules/.cache/small-grid/models');
const fileOf = (fingerprint: string): string => join(FOLDER, `${fingerprint}.json`);

/** Models that were learnt on this machine: learning takes seconds. A missing file only costs the time. */
export const LEARNT_MODELS: Memory = {
  recall: (fingerprint) => {
    try {
      return readFileSync(fileOf(fingerprint), 'utf8');
    } catch {
      return undefined;
    }
  },
  keep: (fingerprint, model) => {
    const part = `${fileOf(fingerprint)}.${process.pid}`;
    try {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(part, model);
      // Whole or not at all, for whoever reads it at this moment.
      renameSync(part, fileOf(fingerprint));
    } catch {
      // Where nothing can be kept, it is learnt anew the next time.
    }
  },
};
