import * as fc from 'fast-check';
import { isOver, lastingFacts } from '../../../domain/personal-data/erase-request.js';
import { mustStay } from '../../../domain/request/withdraw-request.js';
import { sampleTown } from '../../towns/sample-town.js';
import { deadEnds } from '../request/dead-ends.js';
import { aMove, aStart, begin, closes, move } from '../request/walk.js';

const sample = sampleTown();
const town = { ...sample, settings: { ...sample.settings, holidays: 'none' as const } };

const aWalk = fc.limitShrink(
  fc.tuple(aStart, fc.array(aMove, { minLength: 2, maxLength: 20 }), fc.nat(20)),
  200,
);

/** What an erased request says of where it was, when, and how it went; nothing else. */
const LASTING =
  /^(?:id|category|path|channel|grid|village|group|createdAt|step|phoneOfStaff|respondBy|acceptedAt|dueAt|toldAt|pausedFor|handledAt|handledAs|handleBy|closedAt|closedAs|verdict|verdicts|dissatisfied|silences|transfers|extensions|cards|mediatedAt|yuan|unanswered|erased)$/;

it('whenever its resident wants it erased, a request is withdrawn, or stays with somebody in office until it is over, and only then its facts alone are left', () => {
  fc.assert(
    fc.property(aWalk, ([start, moves, when]) => {
      const life = begin(town, start);
      for (const [n, one] of moves.entries()) {
        if (n === when && !isOver(life.record) && !mustStay(life.record)) life.withdraw();
        move(life, one);
        expect(deadEnds(life)).toEqual([]);
        expect(life.record.closedAs === undefined && isOver(life.record)).toBe(false);
      }
      expect(closes(life, 80)).toBe(true);
      expect(isOver(life.record)).toBe(true);
      const facts = lastingFacts(life.record);
      const isSealed = life.record.confidential !== undefined && life.record.path !== 'emergency';
      expect(isSealed && facts !== undefined).toBe(false);
      const others = Object.entries(facts ?? {}).filter(
        ([name, value]) => value !== undefined && !LASTING.test(name),
      );
      expect(others).toEqual([]);
    }),
    { numRuns: 40 },
  );
});
