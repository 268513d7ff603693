import { staffPage } from '../../../functions/staff/staff-page.js';
import { appNamed, keptAddress, keptFiles } from '../../../web/worker/keep-apps.js';

const ORIGIN = 'https://grid.example';
const asked = (path: string, { mode = 'navigate', method = 'GET', origin = ORIGIN } = {}) =>
  keptAddress({ url: origin + path, mode: mode as RequestMode, method }, ORIGIN);

describe('what opens without a network', () => {
  it.each([
    ['the form', '/?town=elmford', '/'],
    ['a request that is followed', '/r/7Q3K9M2X?key=secret', '/'],
    ['the page of the staff', '/staff', '/staff'],
    ['an ask by its link', '/asks/7Q3K9M2X-1?town=sanhehu&sig=secret', '/staff'],
    ['the visits of a week', '/visits/52?sig=secret', '/staff'],
  ])('is %s, as one page without anything of its address', (_, path, kept) => {
    expect(asked(path)).toBe(kept);
  });

  it.each([
    ['the console', '/console'],
    ['pages for browsers without scripts', '/plain'],
    ['somewhere else', '/asks/1/photos/2'],
  ])('is not %s', (_, path) => {
    expect(asked(path)).toBeUndefined();
  });

  it('is what the page of the staff loads first', () => {
    const page = staffPage('en').body ?? '';
    const loaded = [...page.matchAll(/(?:href|src)="(\/[\w.-]+\.(?:js|css|svg))"/g)].map(
      ([, file = '']) => file,
    );
    expect(appNamed('staff')?.files.toSorted()).toEqual(loaded.toSorted());
  });

  it('is every file of an app, and no data', () => {
    for (const name of ['resident', 'staff']) {
      const app = appNamed(name);
      const files = (app ? keptFiles(app) : []).filter((file) => file.includes('.'));
      expect(files.length).toBeGreaterThan(1);
      for (const file of files) expect(asked(file, { mode: 'cors' })).toBe(file);
    }
    expect(asked('/asks/7Q3K9M2X-1?sig=secret', { mode: 'cors' })).toBeUndefined();
    expect(asked('/staff/work', { mode: 'cors' })).toBeUndefined();
  });

  it('is nothing that changes something, and nothing of another site', () => {
    expect(asked('/staff', { method: 'POST' })).toBeUndefined();
    expect(asked('/staff', { origin: 'https://other.example' })).toBeUndefined();
    expect(appNamed('console')).toBeUndefined();
  });
});
