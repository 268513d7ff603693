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
});
