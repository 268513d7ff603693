import { brokenSeals, type SealedFile, sealOf } from '../../adapters/case-file-store.js';

const YEAR = 31_536_000;

/** Files of 10, 30 and 10 years, each chained to the one before. */
function chain(): SealedFile[] {
  const files: SealedFile[] = [];
  for (const [place, years] of [10, 30, 10].entries()) {
    const previous = files.at(-1);
    const file = {
      request: `R${place}`,
      n: place + 1,
      before: previous?.seal ?? '',
      beforeExpires: previous?.expiresAt ?? 0,
      body: `{"place":${place}}`,
      sealedAt: place,
      expiresAt: years * YEAR,
    };
    files.push({ ...file, seal: sealOf(file) });
  }
  return files;
}

it('a chain that is whole holds, also once its first file has expired', () => {
  expect(brokenSeals(chain(), 0)).toEqual([]);
  expect(brokenSeals(chain().slice(1), 11 * YEAR * 1000)).toEqual([]);
});

it.each([0, 1])('that file %i was taken out before its time shows by the one behind it', (place) => {
  expect(brokenSeals(chain().toSpliced(place, 1), 0)).toEqual([`R${place + 1}`]);
});

it.each([{ request: 'R9' }, { expiresAt: 5 }, { sealedAt: 5 }, { beforeExpires: 5 }, { body: '{}' }])(
  'that %j of a file was changed shows by its seal',
  (change) => {
    const [first, second, third] = chain();
    const files = [first, { ...second, ...change }, third] as SealedFile[];
    expect(brokenSeals(files, 0)).toEqual([change.request ?? 'R1']);
  },
);
