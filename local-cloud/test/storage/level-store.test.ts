import { StorageFailure } from '../../storage/storage-failure.js';
import { openLevelStore, type Level } from '../../storage/level-store.js';

const FULL = Object.assign(new Error('IO error: /data/state/000003.log: No space left on device'), {
  code: 'LEVEL_IO_ERROR',
});

/** A LevelDB of which only writing is looked at. */
function levelThat(batch: Level['batch']): Level {
  const unused = () => {
    throw new Error('not used');
  };
  return { batch, get: unused, iterator: unused, close: () => Promise.resolve() };
}

const write = (key: string) => [{ key, value: key }];

describe('a store in a folder', () => {
  it('acknowledges a batch only once LevelDB has synchronised it with the disk', async () => {
    const options: unknown[] = [];
    const level = levelThat((_writes, given) => {
      options.push(given);
      return Promise.resolve();
    });
    const store = await openLevelStore('/data/state', undefined, () => Promise.resolve(level));
    await store.batch(write('a'));
    expect(options).toEqual([{ sync: true }]);
  });

  it('writes nothing more after a failure, not even what waited, and tells of it once', async () => {
    const failures: StorageFailure[] = [];
    let calls = 0;
    const level = levelThat(() => {
      calls += 1;
      return calls === 1 ? Promise.reject(FULL) : Promise.resolve();
    });
    const onFailure = (failure: StorageFailure) => failures.push(failure);
    const store = await openLevelStore('/data/state', onFailure, () => Promise.resolve(level));
    const first = store.batch(write('a'));
    const waiting = store.batch(write('b'));
    await expect(first).rejects.toThrow(StorageFailure);
    await expect(waiting).rejects.toThrow(StorageFailure);
    await expect(store.batch(write('c'))).rejects.toThrow(StorageFailure);
    await expect(store.get('a')).rejects.toThrow(StorageFailure);
    await expect(store.range({ from: '', to: '~' })[Symbol.asyncIterator]().next()).rejects.toThrow(
      StorageFailure,
    );
    expect({ calls, failures: failures.length }).toEqual({ calls: 1, failures: 1 });
  });
});

describe('a failure of the data folder', () => {
  it.each([
    ['No space left on device', 'free or add space there'],
    ['EROFS: read-only file system, open', 'make it writable'],
    ['IO error: 000003.log: Permission denied', 'make it writable'],
    ['Corruption: block checksum mismatch', 'put a copy of the folder back'],
  ])('"%s" is told with the folder and what to do', (cause, remedy) => {
    const { message } = new StorageFailure('/data', new Error(cause));
    expect(message).toContain('/data');
    expect(message).toContain(remedy);
    expect(message).toContain(cause);
  });
});
