import { createKeep } from '../../web/keep.js';

describe('what a page keeps', () => {
  it('is nothing where the browser refuses, and the page works on', () => {
    const keep = createKeep(() => {
      throw new Error('the user denies access to storage');
    });
    keep.write('draft', 'words');
    keep.drop('draft');
    expect(keep.read('draft')).toBeNull();
  });

  it('is not another town’s where an address names one', () => {
    const values = new Map<string, string>();
    const storage = {
      getItem: (name: string) => values.get(name) ?? null,
      setItem: (name: string, value: string) => void values.set(name, value),
    } as unknown as Storage;
    createKeep(() => storage).write('villages', 'ours');
    expect(createKeep(() => storage, 'elmford').read('villages')).toBeNull();
    expect(createKeep(() => storage).read('villages')).toBe('ours');
  });
});
