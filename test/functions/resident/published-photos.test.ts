import { PUBLISHED_FOR } from '../../../domain/photos/limits.js';
import { publishedPhotosOf } from '../../../functions/resident/read-bulletin/published-photos.js';
import { sampleTown } from '../../towns/sample-town.js';

const NOW = Date.parse('2026-12-01T09:00:00+08:00');
const one = (request: string, at: number) => ({
  request,
  category: 'street-light',
  village: 'zhukou',
  at,
  before: true,
});

describe('photos on the daily board', () => {
  it('go after 90 days, also before the table deletes them', async () => {
    const list = async () => [one('NEW', NOW - PUBLISHED_FOR + 1), one('OLD', NOW - PUBLISHED_FOR)];
    const { items } = await publishedPhotosOf({ publishedPhotos: { list } }, sampleTown(), NOW);
    expect(items.map(({ request }) => request)).toEqual(['NEW']);
  });

  it('name a village and a kind of matter, and the day in local time', async () => {
    const list = async () => [one('A', Date.parse('2026-11-30T23:30:00+08:00'))];
    const { items } = await publishedPhotosOf({ publishedPhotos: { list } }, sampleTown(), NOW);
    expect(items).toMatchObject([
      { on: '2026-11-30', village: { id: 'zhukou' }, category: { en: expect.any(String) } },
    ]);
  });
});
