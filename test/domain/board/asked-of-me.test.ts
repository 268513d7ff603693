import * as fc from 'fast-check';
import { mayDo, type Role } from '../../../domain/access/permissions.js';
import { answersAs } from '../../../domain/access/who-may-answer.js';
import { meantFor } from '../../../domain/asks/meant-for.js';
import { stands } from '../../../domain/board/standing.js';
import { isSealed } from '../../../domain/request/confidential.js';
import { factsOf } from '../../../domain/request/facts.js';
import { sampleTown } from '../../towns/sample-town.js';
import type { Life } from '../request/life.js';
import { aMove, aStart, begin, move } from '../request/walk.js';

const sanhehu = sampleTown('sanhehu');

/** Whether the page of the request offers them an answer. */
const isOffered = ({ record, rules: { town }, at }: Life, staff: string, roles: readonly Role[]): boolean =>
  record.asks.some(({ kind, to }) => {
    if (to.who !== 'staff') return false;
    const addressee = meantFor(town, to, at);
    return (
      addressee === staff ||
      (mayDo(roles, 'requests.answer') && answersAs(town, { addressee, kind }, staff) !== undefined)
    );
  });

it('the board counts as asked of me what its page lets me answer, whatever befalls the request and its people', () => {
  const roles = [['duty-desk'], ['leader'], ['administrator']] as const;
  fc.assert(
    fc.property(
      aStart,
      fc.array(aMove, { maxLength: 12 }),
      fc.constantFrom(...roles),
      (start, moves, who) => {
        const life = begin(sanhehu, start);
        for (const one of [undefined, ...moves]) {
          if (one) move(life, one);
          if (isSealed(life.record)) return;
          const { record, rules, at } = life;
          const open = { facts: factsOf(record), status: record.status };
          const people = [...rules.town.staff.slice(0, 12), ...rules.town.former].map(({ id }) => id);
          const asked = record.asks.flatMap(({ to }) =>
            to.who === 'staff' ? [to.staff, meantFor(rules.town, to, at)] : [],
          );
          for (const staff of new Set([...people, ...asked]))
            expect([staff, stands('asked', open, { town: rules.town, roles: who, staff, at })]).toEqual([
              staff,
              isOffered(life, staff, who),
            ]);
        }
      },
    ),
    { numRuns: 300 },
  );
});
