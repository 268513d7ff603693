import { join } from 'node:path';
import { folderFiles } from '../../towns/folder-files.js';
import { recallBrought, SAMPLE_TOWNS } from '../../towns/learnt-models.js';
import { readTownFiles } from '../../towns/read-town-files.js';

const TOWNS = join(import.meta.dirname, '../../towns');

describe('a first start learns nothing', () => {
  it.each(SAMPLE_TOWNS)('%s brings what was learnt from just the texts that it has', (name) => {
    const recall = (fingerprint: string): string => {
      const model = recallBrought(fingerprint);
      if (model === undefined) throw new Error(`towns/${name} has changed: npm run reading -- --learn`);
      return model;
    };
    expect(readTownFiles(folderFiles(join(TOWNS, name)), { recall, keep: () => undefined }).ok).toBe(true);
  });

  it('of other texts nothing is recalled', () => {
    expect(recallBrought('none')).toBeUndefined();
  });
});
