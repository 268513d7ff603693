import { ClassicLevel } from 'classic-level';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLevelStore } from '../../../local-cloud/step-functions/level-store.js';

describe('a batch of the store in a folder', () => {
  it('is said to be written only when the disk has it: what was acknowledged outlives a power cut', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    const written = jest.spyOn(ClassicLevel.prototype, 'batch');
    const store = await openLevelStore(folder);
    try {
      await store.batch([{ key: 'a', value: '1' }]);
      expect(written.mock.calls.map((args: readonly unknown[]) => args[1])).toEqual([
        expect.objectContaining({ sync: true }),
      ]);
    } finally {
      await store.close();
      await rm(folder, { recursive: true });
      written.mockRestore();
    }
  });
});
