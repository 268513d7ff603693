import { createKeptPhotos } from '../../../web/staff/kept-photos.js';
import { memoryPictures } from '../memory-pictures.js';

const on = (pictures = memoryPictures()) => createKeptPhotos(() => Promise.resolve(pictures));

describe('photos that are not sent yet', () => {
  it('are found again on the next visit, by what they go with', async () => {
    const pictures = memoryPictures();
    expect(await on(pictures).set('a', ['p', 'q'])).toBe(true);
    expect(await on(pictures).get('a')).toEqual(['p', 'q']);
    expect(await on(pictures).get('b')).toEqual([]);
  });

  it('are forgotten once they are sent, and where nothing that waits names them', async () => {
    const pictures = memoryPictures();
    const photos = on(pictures);
    for (const of of ['a', 'b', 'c']) await photos.set(of, ['p']);
    await photos.set('a', []);
    await photos.retain(['b']);
    expect(await pictures.names()).toEqual(['b']);
  });

  it.each([
    ['has no room', () => Promise.resolve(memoryPictures({ isFull: true }))],
    ['keeps nothing', () => Promise.reject(new Error('SecurityError'))],
  ])('are held while the page is open where the device %s', async (_title, open) => {
    const photos = createKeptPhotos(open);
    expect(await photos.set('a', ['p'])).toBe(false);
    expect(await photos.get('a')).toEqual(['p']);
    await photos.retain([]);
    expect(
      await createKeptPhotos(open)
        .get('a')
        .catch(() => []),
    ).toEqual([]);
  });

  it('that no longer fit are not mixed up with those that were kept before', async () => {
    const pictures = memoryPictures();
    await on(pictures).set('a', ['old']);
    const full = { ...pictures, put: () => Promise.reject(new Error('QuotaExceededError')) };
    expect(await on(full).set('a', ['new'])).toBe(false);
    expect(await on(pictures).get('a')).toEqual([]);
  });
});
