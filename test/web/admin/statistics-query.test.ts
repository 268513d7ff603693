import { readCounted } from '../../../web/admin/requests/counted-query.js';
import {
  addressOfChosen,
  countedAddress,
  readChosen,
} from '../../../web/admin/statistics/statistics-query.js';

const TODAY = '2026-08-24';
const DAYS = { from: '2026-08-01', to: '2026-08-24' };

describe('what the statistics are of', () => {
  it('is this month by village where the address says nothing', () => {
    expect(readChosen('', TODAY)).toEqual({ name: 'this-month', by: 'village', figure: 'received', ...DAYS });
  });

  it.each(['period=last-year&by=grid&figure=solved', 'from=2026-01-05&to=2026-02-06&by=town&figure=people'])(
    'stands in the address: %s',
    (search) => {
      expect(addressOfChosen(readChosen(search, TODAY))).toBe(`/statistics?${search}`);
    },
  );

  it.each(['from=2026-02-06&to=2026-01-05', 'from=soon&to=later', 'period=never&by=nothing&figure=none'])(
    'is not taken from what makes no sense: %s',
    (search) => {
      expect(readChosen(search, TODAY)).toMatchObject({ name: 'this-month', by: 'village' });
    },
  );
});

describe('where a figure leads', () => {
  it.each([
    ['the whole town', undefined, ''],
    ['the town as a place', { id: 'sanhehu', by: 'town' }, ''],
    ['a village', { id: 'zhukou', by: 'village' }, '&village=zhukou'],
    ['a grid', { id: '52', by: 'grid' }, '&grid=52'],
    ['what lies in no grid', { id: 'none', by: 'grid' }, '&village=none'],
  ] as const)('is the list of its requests, of %s', (_, place, more) => {
    const address = countedAddress('solved', DAYS, place) ?? '';
    expect(address).toBe(`/statistics/requests?counted=solved&from=2026-08-01&to=2026-08-24${more}`);
    expect(readCounted(address.slice('/statistics/requests'.length))).toMatchObject({
      counted: 'solved',
      ...DAYS,
    });
  });

  it.each(['people', 'causesOpened'] as const)('is nowhere for %s, which are no requests', (figure) => {
    expect(countedAddress(figure, DAYS)).toBeUndefined();
  });

  it.each([
    '',
    '?counted=people&from=2026-08-01&to=2026-08-24',
    '?counted=solved',
    '?counted=solved&from=x&to=y',
  ])('is nothing where the address names no figure and days: %s', (search) => {
    expect(readCounted(search)).toBeUndefined();
  });
});
