import * as fc from 'fast-check';
import { waitingState } from '../../../domain/executions/waiting-state.js';
import { factsOf } from '../../../domain/request/facts.js';
import { statusSchema } from '../../../domain/request/record.js';
import {
  fourSteps,
  STATES_OF_STEP,
  type Step,
  stepOf,
  stepOfStatus,
  STEPS,
} from '../../../domain/request/steps.js';
import { stepOf as stepOfState } from '../../../web/admin/graph/step-name.js';
import { sampleTown } from '../../towns/sample-town.js';
import { readMachine, statesOf } from '../../workflows/machine.js';
import { aRequest } from './a-request.js';
import { rulesFor } from './case-town.js';
import type { Life } from './life.js';
import { Play } from './play.js';
import { aMove, aStart, begin as beginLife, move } from './walk.js';
import { begin, WAITING, WAITS } from './waiting-requests.js';

/** The step of a state; the child that coordinates has none of its own, and a failure is where the work is. */
const stepNamed = (state: string): Step | undefined =>
  STEPS.find((step) => STATES_OF_STEP[step] === stepOfState(state));

const reopened = () => begin().answer('accept').answer('done').answer('unsatisfied');

describe('the step of a request that waits for', () => {
  it.each(WAITING)('%s is that of the state in which it waits', (what, played) => {
    const { record } = played();
    const [kind] = what.split(' ');
    const [state = ''] = Object.entries(WAITS).flatMap(([name, kinds]) =>
      kinds.some((one) => one === kind) ? [name] : [],
    );
    const isCoordinated = statesOf(readMachine('coordination')).some(({ name }) => name === state);
    const step = isCoordinated ? 'coordination' : stepNamed(state);
    expect(stepOf(record)).toBe(step ?? 'assignment');
    expect(waitingState(factsOf(record))).toMatch(isCoordinated ? /^Coordinate: / : state);
  });

  it.each<[string, () => Play, Step]>([
    ['its owner to take it up again, once it was reopened', reopened, 'assignment'],
    [
      'a leader to do it, reopened twice',
      () => reopened().answer('accept').answer('done').answer('unsatisfied'),
      'coordination',
    ],
    [
      'the first report of its event',
      () => Play.begin(aRequest(), rulesFor('street-light'), { duplicateOf: '2ABCDEFG' }).answer('same'),
      'coordination',
    ],
    ['nobody, just received', () => new Play(aRequest(), rulesFor('street-light')), 'intake'],
    ['nobody, closed', () => begin().answer('accept').answer('done').answer('satisfied'), 'closure'],
    ['nobody, withdrawn', () => begin().withdraw(), 'closure'],
  ])('%s is that of what is done now', (_who, played, step) => {
    expect(stepOf(played().record)).toBe(step);
  });
});

describe('the states of the workflow', () => {
  it('begin with one of the four steps, in their order, or with the attention of the duty desk', () => {
    const begun = statesOf(readMachine('resident-request')).flatMap(({ name }) => stepOfState(name) ?? []);
    expect([...new Set(begun)]).toEqual([...STEPS.map((step) => STATES_OF_STEP[step]), 'Attention']);
  });
});

/** Where the workflow was told to wait, while a person or another request is waited for. */
const TOLD: Readonly<Record<string, Step>> = {
  clarify: 'intake',
  place: 'assignment',
  accept: 'assignment',
  'same-day': 'coordination',
  stage: 'coordination',
  ask: 'coordination',
  'wait-for-place': 'coordination',
  joined: 'coordination',
  confirm: 'closure',
};
const toldStep = ({ next, record }: Life): Step | undefined =>
  record.asks.length === 0 || record.asks.some(({ kind }) => kind === 'attention')
    ? undefined
    : TOLD[next.to];

it('whatever happens to a request, its step is where its workflow waits', () => {
  const town = sampleTown('sanhehu');
  const lasting = { ...town, settings: { ...town.settings, holidays: 'none' as const } };
  fc.assert(
    fc.property(aStart, fc.array(aMove, { maxLength: 20 }), (start, moves) => {
      const life = beginLife(lasting, start);
      for (const one of moves) {
        const told = toldStep(life);
        expect(told ?? stepOf(life.record)).toBe(stepOf(life.record));
        move(life, one);
      }
    }),
    { numRuns: 15 },
  );
});

it.each([
  ['received', 'intake', [], 'now ahead ahead ahead'],
  ['assigned', 'assignment', ['placed'], 'done now ahead ahead'],
  ['accepted', 'coordination', ['placed', 'accepted'], 'done done now ahead'],
  ['coordinating', 'coordination', ['placed', 'coordinating'], 'done done now ahead'],
  ['awaiting_confirmation', 'closure', ['placed', 'coordinating', 'done'], 'done done done now'],
  ['closed', 'closure', ['placed', 'accepted', 'done'], 'done done done done'],
  ['closed', 'closure', ['placed', 'asked', 'refused'], 'done done skipped done'],
  ['withdrawn', 'closure', [], 'done skipped skipped done'],
] as const)('the four steps of one that is %s, at %s after %j, are %s', (status, step, types, expected) => {
  const states = fourSteps({ status, step, timeline: types.map((type) => ({ type })) });
  expect(states.map(({ state }) => state).join(' ')).toBe(expected);
});

it('every status has a step, for what was stored before its step was noted', () => {
  expect(statusSchema.options.map(stepOfStatus).filter((step) => !STEPS.includes(step))).toEqual([]);
});
