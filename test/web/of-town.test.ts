import { ofTown } from '../../web/of-town.js';

describe('an address on a page', () => {
  test.each([
    ['/villages', '', '/villages'],
    ['/villages', '?town=elmford', '/villages?town=elmford'],
    ['/requests/7Q3K9M2X?key=a', '?town=elmford&lang=en', '/requests/7Q3K9M2X?key=a&town=elmford'],
    ['/r/7Q3K9M2X?town=elmford&key=a#received', '?town=elmford', '/r/7Q3K9M2X?town=elmford&key=a#received'],
    ['/r/7Q3K9M2X?key=a#received', '?town=elmford', '/r/7Q3K9M2X?key=a&town=elmford#received'],
    ['/', '?town=a%26b', '/?town=a%26b'],
  ])('%s of a page at %j is %s', (address, search, expected) => {
    expect(ofTown(address, search)).toBe(expected);
  });
});
