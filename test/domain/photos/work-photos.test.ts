import { MOST_PHOTOS, MOST_WORK_PHOTOS } from '../../../domain/photos/limits.js';
import {
  addWorkPhoto,
  noWorkPhotos,
  photosLeft,
  photosOfAsk,
  takesPhotos,
  type WorkPhotos,
} from '../../../domain/photos/work-photos.js';

const photo = (id: string, ask = 3) => ({ id, ask, by: 'g52-a', at: 1 });

const withPhotos = (...photos: ReturnType<typeof photo>[]): WorkPhotos =>
  photos.reduce(addWorkPhoto, noWorkPhotos('sanhehu', '7Q3K9M2X'));

describe('photos of what was done', () => {
  it.each([
    ['outcome', 'done', true],
    ['report', 'done', true],
    ['settlement', 'done', true],
    ['outcome', 'aid', false],
    ['outcome', 'refuse', false],
    ['settlement', 'session', false],
    ['application', 'done', false],
    ['approval', 'done', false],
    ['acceptance', 'accept', false],
    ['outcome', 'withdrawn', false],
  ] as const)('of %s, with the answer %s: %s', (kind, option, taken) => {
    expect(takesPhotos(kind, option)).toBe(taken);
  });

  it('are three an answer, whoever else added some', () => {
    const all = withPhotos(photo('a'), photo('b'), photo('c'), photo('d', 5));
    expect([photosLeft(all, 3), photosLeft(all, 5), photosLeft(all, 6)]).toEqual([0, 2, MOST_PHOTOS]);
    expect(() => addWorkPhoto(all, photo('e'))).toThrow('takes no more photos');
    expect(photosOfAsk(all, 5).map(({ id }) => id)).toEqual(['d']);
  });

  it('are no more in all than a page shows on a slow network', () => {
    const all = withPhotos(
      ...Array.from({ length: MOST_WORK_PHOTOS }, (_, n) => photo(`p${n}`, Math.floor(n / MOST_PHOTOS))),
    );
    expect(photosLeft(all, 99)).toBe(0);
    expect(() => addWorkPhoto(all, photo('one-more', 99))).toThrow('takes no more photos');
  });

  it('sent again are the same', () => {
    const all = withPhotos(photo('a'));
    expect(addWorkPhoto(all, photo('a'))).toBe(all);
  });
});
