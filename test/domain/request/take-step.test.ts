import * as fc from 'fast-check';
import { admitAnswer } from '../../../domain/request/admit-answer.js';
import type { Rules } from '../../../domain/request/decision.js';
import { type Step, takeStep } from '../../../domain/request/take-step.js';
import { renderNotice } from '../../../functions/use-cases/send-notices.js';
import type { Programme } from '../../../domain/town/schema.js';
import { requestRecordSchema } from '../../../domain/request/record.js';
import { aRequest, nowhere } from './a-request.js';
import { caseTown, GAS, rulesFor, SURGERY } from './case-town.js';
import { Play } from './play.js';

const PARTIES = ['owner', 'grid-head', { department: 'water' }, { department: 'gas' }] as const;

/** A walk may take years, and the holidays of the next ones are not known yet. */
const WITHOUT_HOLIDAYS = caseTown({ settings: { ...caseTown().settings, holidays: 'none' } });

/** A programme with places for its second stage, where it has one. */
const programmeOf = (stages: Programme['stages']): Programme => ({
  ...SURGERY,
  stages,
  places: {
    stage: 'stage-1',
    count: 1,
    per: 'year',
    need: [],
    tellAt: [],
    reviewEvery: { days: 30 },
    waitWithin: { days: 90 },
  },
});
const within = { workingDays: 1 };
const name = { 'zh-CN': '步骤', en: 'step' };
const aStep = fc.record({
  by: fc.constantFrom(...PARTIES),
  asks: fc.constantFrom('application', 'approval', 'appointment', 'report' as const),
  extendable: fc.boolean(),
});
const aProgramme: fc.Arbitrary<Programme> = fc
  .array(fc.array(aStep, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((stages) =>
    programmeOf(
      stages.map((steps, i) => ({
        id: `stage-${i}`,
        name,
        tell: i === 0 ? ['town-leader'] : [],
        steps: steps.map(({ by, asks, extendable }, j) => ({
          id: `step-${i}-${j}`,
          name,
          by,
          asks,
          within,
          ...(extendable ? { extendBy: within } : {}),
        })),
      })),
    ),
  );

interface Move {
  readonly does: 'answer' | 'silence' | 'withdraw' | 'attention';
  /** Which open ask, and which of its options. */
  readonly ask: number;
  readonly option: number;
  readonly note: string;
  readonly minutes: number;
}
const aMove: fc.Arbitrary<Move> = fc.record({
  does: fc.constantFrom<Move['does'][]>(
    'answer',
    'answer',
    'answer',
    'answer',
    'silence',
    'attention',
    'withdraw',
  ),
  ask: fc.nat(5),
  option: fc.nat(5),
  note: fc.constantFrom('1', '2', '3', 'water', 'gas', 'because', '500元'),
  minutes: fc.nat(2000),
});
const aStart = fc.record({
  category: fc.constantFrom('street-light', 'surgery', 'gas-leak', 'road', 'petition', 'dispute'),
  placed: fc.boolean(),
  filedBy: fc.constantFrom(undefined, undefined, 'c1', 'c2', 'w1'),
  duplicateOf: fc.constantFrom(undefined, '2ABCDEFG'),
  /** Whether there is a place, each time that one is asked for. */
  given: fc.array(fc.boolean(), { maxLength: 6 }),
});

function begin(start: typeof aStart extends fc.Arbitrary<infer T> ? T : never, programme: Programme): Play {
  const { category, placed, filedBy, duplicateOf, given } = start;
  const rules: Rules = {
    ...rulesFor(category, WITHOUT_HOLIDAYS),
    ...(category === 'surgery' ? { programme } : {}),
  };
  const emergency = category === 'gas-leak' ? { ...rules, programme: GAS } : rules;
  const play = Play.begin(placed ? aRequest({ category }) : nowhere(category), emergency, {
    filedBy,
    duplicateOf,
  });
  play.places.push(...given);
  return play;
}

const at = (minutes: number, does: Move['does'], ask = 0, option = 0): Move => ({
  does,
  ask,
  option,
  note: '1',
  minutes,
});
/** Found by chance: the work is taken up, and a new ask is put. */
const TAKEN_UP_TO_BE_ASKED_ANEW: [Parameters<typeof begin>[0], Programme, Move[]] = [
  { category: 'street-light', placed: true, filedBy: undefined, duplicateOf: '2ABCDEFG', given: [] },
  SURGERY,
  [
    at(0, 'answer', 0, 3),
    at(0, 'attention'),
    at(394, 'answer', 3),
    at(1046, 'answer'),
    at(0, 'answer', 3, 1),
    at(0, 'answer'),
    at(0, 'answer'),
  ],
];

/** Makes a move if it is admissible; what is not is turned away before the rules see it. */
function move(play: Play, { does, ask: which, option, note, minutes }: Move): void {
  play.later(minutes * 60_000);
  const ask = play.record.asks[which % Math.max(1, play.record.asks.length)];
  if (!ask) return;
  if (ask.until <= play.at || does === 'silence') return expire(play, ask.n);
  if (does === 'withdraw') return void play.withdraw();
  if (does === 'attention') return void play.act({ action: 'attention', at: play.at });
  if (ask.to.who === 'quota') return void play.askForPlace();
  if (ask.to.who === 'request') {
    const answer = option === 0 ? 'superseded' : 'closed';
    return void play.settle(ask, { option: answer, by: 'system', at: play.at });
  }
  const chosen = ask.options[option % ask.options.length];
  if (!chosen || !admitAnswer(play.record, play.rules, ask, chosen, note).admitted) return;
  const isStage = ask.stage !== undefined;
  play.answer(chosen, note, ask);
  if (isStage && (play.record.coordination?.refused || chosen === 'same')) endStage(play);
}

const endStage = (play: Play): void => {
  if (play.record.asks.some(({ stage }) => stage !== undefined)) play.endOpen('superseded');
};

function expire(play: Play, n: number): void {
  const ask = play.record.asks.find((one) => one.n === n);
  if (!ask) return;
  if (ask.kind === 'attention') play.untilDue(ask).act({ action: 'attention', at: play.at });
  else play.silent(ask);
}

/** Somebody can act: a member of staff of the town, the resident, or the first report that this one waits for. */
function isWaitingOnSomebody({ record, rules }: Play): boolean {
  return (
    record.asks.length > 0 &&
    record.asks.every(({ to }) => to.who !== 'staff' || rules.town.staff.some(({ id }) => id === to.staff))
  );
}

describe('whatever people answer, and whenever they do not', () => {
  const walk = fc.tuple(aStart, aProgramme, fc.array(aMove, { maxLength: 40 }));

  it('a request is closed, or somebody who can act is asked', () => {
    fc.assert(
      fc.property(walk, ([start, programme, moves]) => {
        const play = begin(start, programme);
        for (const one of moves) {
          expect(play.record.closedAs !== undefined || isWaitingOnSomebody(play)).toBe(true);
          move(play, one);
        }
        expect(requestRecordSchema.parse(play.record)).toEqual(play.record);
      }),
      { numRuns: 300 },
    );
  });

  it('every text can be written with any wording a town may choose', () => {
    const person = { phone: '+8619900000099', description: 'sample' };
    fc.assert(
      fc.property(walk, ([start, programme, moves]) => {
        const play = begin(start, programme);
        for (const one of moves) move(play, one);
        for (const notice of play.told)
          expect(renderNotice(play.record, play.rules, notice, person)).toContain(notice.text);
      }),
      { numRuns: 100 },
    );
  });

  it('a step taken twice is taken once, and decides the same', () => {
    const twice = (play: Play): void => {
      const last = play.steps.at(-1);
      if (!last) return;
      const again = takeStep(play.record, play.rules, last.step);
      expect([again.repeated, again.next]).toEqual([true, last.next]);
      expect(again.record).toBe(play.record);
    };
    fc.assert(
      fc.property(walk, ([start, programme, moves]) => {
        const play = begin(start, programme);
        for (const one of moves) {
          move(play, one);
          twice(play);
        }
      }),
      { numRuns: 200, examples: [[TAKEN_UP_TO_BE_ASKED_ANEW]] },
    );
  });
});

describe('a step that was taken before', () => {
  it('gives the texts again, so that one that was not sent can be', () => {
    const step: Step = { action: 'assign', at: aRequest().createdAt };
    const rules = rulesFor('street-light');
    const first = takeStep(aRequest(), rules, step);
    const again = takeStep(first.record, rules, step);
    expect(first.repeated).toBe(false);
    expect(again).toMatchObject({ repeated: true, key: first.key, notices: first.notices });
  });

  it('answering an ask that is not open fails by a name that says so, with ids only', () => {
    const play = Play.begin(aRequest(), rulesFor('street-light'));
    const step: Step = { action: 'silent', ask: 99, at: play.at };
    expect(() => takeStep(play.record, play.rules, step)).toThrow(
      expect.objectContaining({ code: 'AskUnknown', context: { request: play.record.id, ask: 99 } }),
    );
  });
});
