import * as fc from 'fast-check';
import { requestRecordSchema } from '../../../domain/request/record.js';
import { sampleTown } from '../../towns/sample-town.js';
import { deadEnds, endsUnsafe } from './dead-ends.js';
import { aMove, aStart, begin, closes, move } from './walk.js';

/** More answers than a request takes that everybody answers, reopened and broken off as it may be. */
const ANSWERS = 80;

/** A walk may take years, and the holidays of the next ones are not known yet. */
function townOf(folder: string) {
  const town = sampleTown(folder);
  return { ...town, settings: { ...town.settings, holidays: 'none' as const } };
}

/** Shorter walks tried once one has failed: enough to leave out most of its moves, and few enough for a minute. */
const SHORTER = 300;

const aWalk = fc.limitShrink(
  fc.tuple(aStart, fc.array(aMove, { minLength: 10, maxLength: 40, size: 'max' })),
  SHORTER,
);

describe.each(['sanhehu', 'elmford'])(
  'in %s, whatever people answer, let pass, put right or take back, and whoever comes and goes',
  (folder) => {
    const town = townOf(folder);

    it('a request is closed or held by somebody in office who knows and can act, none ends unsafe, and answers close each', () => {
      fc.assert(
        fc.property(aWalk, ([start, moves]) => {
          const life = begin(town, start);
          expect(deadEnds(life)).toEqual([]);
          for (const one of moves) {
            const wasOpen = life.record.closedAs === undefined;
            move(life, one);
            expect(deadEnds(life)).toEqual([]);
            expect(wasOpen && endsUnsafe(life)).toBe(false);
          }
          expect(requestRecordSchema.parse(life.record)).toEqual(life.record);
          expect(closes(life, ANSWERS)).toBe(true);
          expect(endsUnsafe(life)).toBe(false);
        }),
        { numRuns: 60 },
      );
    });
  },
);
