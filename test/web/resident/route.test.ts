import { typedKey, typedNumber, typedPhone, shownNumber } from '../../../contracts/pages/request-number.js';
import { readRoute, receiptAddress, trackingPath } from '../../../web/resident/route.js';

const at = (address: string) => readRoute(new URL(address, 'http://town.test'));

describe('the address of a page', () => {
  test.each([
    ['/', { page: 'form' }],
    ['/?lang=en', { page: 'form' }],
    ['/track', { page: 'track', received: false }],
    ['/my-grid', { page: 'grid' }],
    ['/daily/', { page: 'daily' }],
    ['/in-person', { page: 'places' }],
    ['/r/7Q3K9M2X', { page: 'track', received: false }],
    ['/r/7Q3K9M2X?key=k', { page: 'track', opened: { id: '7Q3K9M2X', key: 'k' }, received: false }],
    ['/r/7Q3K9M2X?key=k#received', { page: 'track', opened: { id: '7Q3K9M2X', key: 'k' }, received: true }],
  ])('%s', (address, route) => {
    expect(at(address)).toEqual(route);
  });

  it('of a receipt is the tracking link, so that a reload never shows an empty form', () => {
    const address = receiptAddress('http://town.test/r/7Q3K9M2X?key=a%26b', 'http://town.test/');
    expect(readRoute(address)).toEqual({
      page: 'track',
      opened: { id: '7Q3K9M2X', key: 'a&b' },
      received: true,
    });
  });

  it('of a request leads back to the same request', () => {
    expect(at(trackingPath('7Q3K9M2X', 'a/b&c=+'))).toMatchObject({
      opened: { id: '7Q3K9M2X', key: 'a/b&c=+' },
    });
  });
});

describe('what people type', () => {
  test.each(['7q3k-9m2x', '7Q3K 9M2X', '７Ｑ３Ｋ－９Ｍ２Ｘ', ' 7Q3K9M2X '])(
    '%j is the number 7Q3K9M2X',
    (typed) => {
      expect(typedNumber(typed)).toBe('7Q3K9M2X');
    },
  );

  it('keeps the case and the hyphens of a key', () => {
    expect(typedKey(' aB3-x Y_z ')).toBe('aB3-xY_z');
  });

  it('is a telephone number without its spaces, brackets and hyphens', () => {
    expect(typedPhone('（+86）199-0000 9001')).toBe('+8619900009001');
  });

  it('is shown in two groups of four', () => {
    expect(shownNumber('7Q3K9M2X')).toBe('7Q3K-9M2X');
    expect(shownNumber('short')).toBe('short');
  });
});
