import * as fc from 'fast-check';
import type { Town } from '../../domain/town/schema.js';
import { cleanWords } from '../../domain/words/clean-words.js';
import { LEARNT_MODELS } from '../../towns/learnt-models.js';
import { parseWkt, writeWkt } from '../../towns/parse-wkt.js';
import { readTownFiles } from '../../towns/read-town-files.js';
import { sentFiles } from '../../towns/town-files.js';
import { writeTown } from '../../towns/write-town.js';
import { sampleTown } from './sample-town.js';
import { fewExamples } from '../stories/few-examples.js';

const again = (town: Town) => readTownFiles(sentFiles(writeTown(town)), LEARNT_MODELS);
const elmford = fewExamples(sampleTown('elmford'));

describe('a town written as files', () => {
  it.each(['sanhehu', 'elmford'])('is, read again, the same town: %s', (folder) => {
    const town = sampleTown(folder);
    expect(again(town)).toEqual({ ok: true, town });
  });

  it('is the same whatever its people and places are called', () => {
    // Names are read without what stands before and after them, and without what nobody sees.
    const name = fc
      .oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[#"',:\-[\]{}&*!|>%@\\ a\n]{1,12}$/))
      .map((text) => cleanWords(text).trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(name, name, name, (person, zh, en) => {
        const [first, ...rest] = elmford.staff;
        if (!first) throw new Error('nobody');
        const town: Town = {
          ...elmford,
          staff: [{ ...first, name: person }, ...rest],
          grids: elmford.grids.map((grid, index) =>
            index === 0 ? { ...grid, name: { 'zh-CN': zh, en } } : grid,
          ),
          programmes: elmford.programmes.map((programme) => ({
            ...programme,
            alternatives: { 'zh-CN': zh, en },
          })),
        };
        const read = again(town);
        // What a name may be, the checks say; what they let through is the same.
        fc.pre(read.ok);
        expect(read).toEqual({ ok: true, town });
      }),
      { numRuns: 60 },
    );
  });

  it('has its outlines to the last digit', () => {
    const degree = fc
      .double({ min: -180, max: 180, noNaN: true, noDefaultInfinity: true })
      .filter((n) => Math.abs(n) > 1e-12);
    fc.assert(
      fc.property(fc.array(fc.tuple(degree, degree), { minLength: 4 }), (ring) => {
        const read = parseWkt(writeWkt(ring)) ?? [];
        for (const [index, [lng, lat]] of ring.entries()) {
          expect(read[index]?.[0]).toBeCloseTo(lng, 15);
          expect(read[index]?.[1]).toBeCloseTo(lat, 15);
        }
      }),
    );
  });
});

describe('files that were sent', () => {
  it('are named in the problems as those of a folder are', () => {
    const files = writeTown(elmford);
    const sent = {
      ...files,
      'staff.csv': `${files['staff.csv']}x1,Nobody,12,leader,en\n`,
      'sub/other.csv': 'a',
    };
    delete (sent as Record<string, string>)['leave.csv'];
    const read = readTownFiles(sentFiles(sent));
    const places = read.ok ? [] : read.problems.map(({ file, field }) => `${file} ${field ?? ''}`);
    expect(places).toEqual(['leave.csv ', 'staff.csv phone', 'sub/other.csv ']);
  });
});
