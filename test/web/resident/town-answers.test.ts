import { EMPTY_DRAFT } from '../../../contracts/resident/draft.js';
import { bulletinAnswer } from '../../../contracts/resident/bulletin.js';
import { placesAnswer, receptionDaysAnswer } from '../../../contracts/resident/places.js';
import { similarAnswer } from '../../../contracts/resident/similar.js';
import { categoriesAnswer, gridAnswer, townAnswer } from '../../../contracts/resident/town.js';
import { readAnswer } from '../../../web/read-answer.js';
import { placeQuery, similarQuery } from '../../../web/resident/place-query.js';
import { hoursByDays, isRun } from '../../../web/resident/places.js';

const both = (text: string) => ({ 'zh-CN': text, en: text });

describe('what the town says of itself', () => {
  it('keeps a person of a grid only with name, post and duty', () => {
    const people = [
      { name: 'A', post: 'a', duty: 'town-cadre', phone: '+8613900000000' },
      { name: 'B', post: 'x', duty: 'town-cadre' },
      { post: 'c', duty: 'group-leader' },
    ];
    expect(
      readAnswer(gridAnswer, { number: 52, name: both('52'), village: 'zhukou', people })?.people,
    ).toEqual([{ name: 'A', post: 'a', duty: 'town-cadre' }]);
  });

  it('reads back what it kept on the device', () => {
    const town = {
      id: 'town',
      name: both('Town'),
      sample: true,
      number: '+86106990',
      emergencyNumbers: ['110'],
    };
    expect(readAnswer(townAnswer, JSON.parse(JSON.stringify(readAnswer(townAnswer, town))))).toEqual(town);
    const categories = [
      { id: 'gas', name: both('gas'), plainly: both('smell'), path: 'emergency', documents: [both('card')] },
    ];
    const read = readAnswer(categoriesAnswer, { categories });
    expect(read?.categories).toEqual(categories);
    expect(readAnswer(categoriesAnswer, JSON.parse(JSON.stringify(read)))).toEqual(read);
  });

  it('shows a day of the board with what waits for what', () => {
    const counts = { reported: 2, handled: 1, closed: 0, carriedOver: 2, overdue: 1, waiting: { grid: 2 } };
    const day = { town: 'town', date: '2026-08-24', total: counts, grids: [{ grid: 52, ...counts }, {}] };
    const board = readAnswer(bulletinAnswer, day);
    expect(board?.total.waiting).toEqual({ grid: 2 });
    expect(board?.grids).toMatchObject([{ grid: 52, overdue: 1 }]);
    expect(readAnswer(bulletinAnswer, { total: counts })).toBeUndefined();
  });
});

describe('where people can come to', () => {
  const place = {
    id: 'room',
    kind: 'office',
    name: both('Room'),
    address: both('Street 1'),
    point: { lat: 37.36, lng: 117.77 },
    phone: '+86199',
    hours: [
      { days: ['monday', 'friday'], from: '08:30', to: '12:00' },
      { days: ['monday', 'friday'], from: '13:30', to: '17:30' },
      { days: ['tuesday'], from: '09:00', to: '11:00' },
      { days: ['someday'], from: '09:00', to: '11:00' },
    ],
  };

  it('is read with its hours, the times of the same days together, none broken at its dash', () => {
    const read = readAnswer(placesAnswer, { places: [place, { ...place, kind: 'castle' }, {}] });
    expect(hoursByDays(read?.places[0]?.hours ?? [])).toEqual([
      { days: ['monday', 'friday'], times: ['08:30\u2060–\u206012:00', '13:30\u2060–\u206017:30'] },
      { days: ['tuesday'], times: ['09:00\u2060–\u206011:00'] },
    ]);
    expect(read?.places).toHaveLength(1);
  });

  test.each([
    [['monday', 'tuesday', 'wednesday'], true],
    [['monday', 'wednesday', 'friday'], false],
    [['monday', 'tuesday'], false],
  ] as const)('%j is said as one span: %s', (days, run) => {
    expect(isRun(days)).toBe(run);
  });

  it('is told with who receives there, or why nobody does', () => {
    const day = { date: '2026-10-01', from: '09:00', to: '11:00', place: 'room' };
    const days = [
      { ...day, person: 'A' },
      { ...day, off: 'holiday' },
      { ...day, off: 'rain' },
      { place: 'room' },
    ];
    expect(readAnswer(receptionDaysAnswer, { days })?.days).toEqual([
      { ...day, person: 'A' },
      { ...day, off: 'holiday' },
      day,
    ]);
  });
});

describe('where somebody is', () => {
  it('is sent in an address to about 100 m only', () => {
    const location = { lat: 37.362345, lng: 117.770123 };
    expect(placeQuery({ ...EMPTY_DRAFT, location })).toEqual({ lat: '37.362', lng: '117.770' });
  });

  test.each([
    ['nothing is known', EMPTY_DRAFT, undefined],
    ['only the village', { ...EMPTY_DRAFT, category: 'street-light', village: 'zhukou' }, undefined],
    [
      'village and group',
      { ...EMPTY_DRAFT, category: 'street-light', village: 'zhukou', group: '3' },
      { category: 'street-light', village: 'zhukou', group: '3' },
    ],
    [
      'the point',
      { ...EMPTY_DRAFT, category: 'street-light', location: { lat: 37.3623, lng: 117.7701 } },
      { category: 'street-light', lat: '37.362', lng: '117.770' },
    ],
  ])('similar reports are looked for when it is enough: %s', (_title, draft, query) => {
    expect(similarQuery(draft)).toEqual(query);
  });

  it('reports that cannot be read are left out', () => {
    const similar = [
      {
        id: '7Q3K9M2X',
        category: 'street-light',
        status: 'accepted',
        statusText: 'accepted',
        reportedAt: '2026-08-24T01:00:00Z',
        grid: { number: 52, name: 'Grid 52' },
      },
      { id: 'x' },
    ];
    expect(readAnswer(similarAnswer, { similar })?.similar).toEqual([similar[0]]);
  });
});
