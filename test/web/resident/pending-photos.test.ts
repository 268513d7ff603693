import { createPendingPhotos, OF_FORM } from '../../../web/resident/pending-photos.js';
import { memoryKeep } from '../memory-keep.js';

const DAY = 24 * 60 * 60 * 1000;

describe('photos that are not sent yet', () => {
  it('are found again on the next visit, by form and by request', () => {
    const keep = memoryKeep();
    const photos = createPendingPhotos(keep, () => 0);
    photos.set(OF_FORM, ['a']);
    photos.set('7Q3K9M2X', ['b', 'c']);
    const later = createPendingPhotos(keep, () => DAY);
    expect([later.get(OF_FORM), later.get('7Q3K9M2X'), later.get('other')]).toEqual([['a'], ['b', 'c'], []]);
  });

  it('are forgotten after a week, and once they are sent', () => {
    const keep = memoryKeep();
    const photos = createPendingPhotos(keep, () => 0);
    photos.set(OF_FORM, ['a']);
    expect(createPendingPhotos(keep, () => 8 * DAY).get(OF_FORM)).toEqual([]);
    expect(keep.read('photos')).toBeNull();
    photos.set(OF_FORM, []);
    expect(keep.read('photos')).toBeNull();
  });

  it('stay while the page is open where the device has no room', () => {
    const full = { ...memoryKeep(), write: () => undefined };
    const photos = createPendingPhotos(full, () => 0);
    photos.set(OF_FORM, ['a']);
    expect(photos.get(OF_FORM)).toEqual(['a']);
  });
});
