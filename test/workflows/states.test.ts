import { MACHINES, type Placed, readMachine, statesOf, successors } from './machine.js';
import { AT, EXECUTION, type StateCase, tested, TOKEN } from './state-tests.js';

/** Each state of each machine by itself, by TestState: what it calls, with what, what it keeps, and where it leads. */

type Cases = readonly StateCase[];

const ANSWER = { to: 'somewhere', ask: { n: 8, timeoutSeconds: 90 } };
const ASKED = { ask: { n: 7, timeoutSeconds: 60 } };

/** A call of a function, whose answer is what comes next. */
const sends = (
  state: string,
  payload: object,
  next: string | undefined,
  variables: Readonly<Record<string, unknown>> = {},
): StateCase => ({
  state,
  given: { variables },
  work: { result: { Payload: ANSWER } },
  expected: { next, output: {}, calls: { Payload: { ...payload, at: AT } }, variables: { next: ANSWER } },
});

/** A call of a function, whose answer is nobody's business. */
const tells = (state: string, payload: object, next: string | undefined): StateCase => ({
  state,
  work: { result: { Payload: ANSWER } },
  expected: { next, output: {}, calls: { Payload: { ...payload, at: AT } } },
});

/** Somebody is asked: their answer is what comes next, and silence is taken up. */
const asks = (state: string, next: string, whenSilent: string): Cases => [
  {
    state,
    given: { variables: { next: ASKED } },
    work: { result: ANSWER },
    expected: {
      next,
      output: {},
      calls: { Payload: { ask: 7, token: TOKEN, at: AT } },
      variables: { next: ANSWER },
    },
  },
  {
    state,
    given: { variables: { next: ASKED } },
    work: { error: 'States.Timeout' },
    expected: { next: whenSilent, error: 'States.Timeout' },
  },
];

/** Where each value of `to` leads, and what stands there beside it. */
const chooses = (
  state: string,
  variable: string,
  table: Readonly<Record<string, string>>,
  beside: object = {},
): Cases =>
  Object.entries(table).map(([to, next]) => ({
    state,
    given: { variables: { [variable]: { to, ...beside } } },
    expected: { next },
  }));

const passes = (state: string, output: unknown, variables = {}): StateCase => ({
  state,
  given: { variables },
  expected: { next: undefined, output },
});
const waits = (state: string, next: string, variables = {}): StateCase => ({
  state,
  given: { variables },
  expected: { next },
});

/** The branches of a whole attempt: done, or the way that each error takes. */
const attempt = (
  state: string,
  done: { readonly result: unknown; readonly output: unknown },
  errors: Readonly<Record<string, string>>,
): Cases => [
  { state, work: { result: done.result }, expected: { next: undefined, output: done.output } },
  ...Object.entries(errors).map(([error, next]) => ({
    state,
    work: { error },
    expected: { next, error, ...(AGAIN.has(error) ? { output: { again: true } } : {}) },
  })),
];

/** Nobody need be asked before the work is taken up again. */
const AGAIN: ReadonlySet<string> = new Set([
  'Reopened',
  'NeighbourDown',
  'StepFunctions.ThrottlingException',
]);

const TELL = 'Attention: tell the duty desk';
const PAUSE_TELLING = 'Attention: pause before telling again';
const PAUSE_TRYING = 'Attention: pause before trying again';
const WAIT_FOR_DESK = 'Attention: wait for the duty desk';

/** A case that failed is the duty desk's until it is over or begun again. */
const attention = (begin: string, about: object): Cases => {
  const given = { variables: { asked: ASKED } };
  return [
    {
      state: TELL,
      work: { result: { Payload: ANSWER } },
      expected: {
        next: 'Attention: is it over?',
        output: { again: true },
        calls: { Payload: { ...about, action: 'attention', at: AT } },
        variables: { asked: ANSWER },
      },
    },
    { state: TELL, work: { error: 'Boom' }, expected: { next: PAUSE_TELLING, error: 'Boom' } },
    { state: TELL, work: { error: 'NeighbourDown' }, expected: { next: begin, output: { again: true } } },
    ...chooses('Attention: is it over?', 'asked', { attention: WAIT_FOR_DESK, over: begin }),
    {
      state: WAIT_FOR_DESK,
      given,
      work: { result: ANSWER },
      expected: {
        next: begin,
        output: { again: true },
        calls: { Payload: { ...about, ask: 7, token: TOKEN, at: AT } },
      },
    },
    { state: WAIT_FOR_DESK, given, work: { error: 'States.Timeout' }, expected: { next: TELL } },
    ...['Reopened', 'NeighbourDown'].map((error) => ({
      state: WAIT_FOR_DESK,
      given,
      work: { error },
      expected: { next: begin, output: { again: true } },
    })),
    { state: WAIT_FOR_DESK, given, work: { error: 'Boom' }, expected: { next: PAUSE_TELLING } },
    waits(PAUSE_TELLING, TELL),
  ];
};

/** A round that failed is tried again while there is time. */
const laterToday = (begin: string, payload: object, whenUntold: string, variables = {}): Cases => [
  {
    state: TELL,
    given: { variables },
    work: { result: { Payload: ANSWER } },
    expected: {
      next: 'Attention: is there still time?',
      output: {},
      calls: { Payload: { ...payload, action: 'attention', at: AT } },
      variables: { failed: ANSWER },
    },
  },
  {
    state: TELL,
    given: { variables },
    work: { error: 'Boom' },
    expected: { next: whenUntold, error: 'Boom' },
  },
  ...chooses('Attention: is there still time?', 'failed', {
    again: PAUSE_TRYING,
    over: 'Attention: the time is over',
  }),
  waits(PAUSE_TRYING, begin, { failed: { pauseSeconds: 600 } }),
  passes('Attention: the time is over', { result: 'attention' }),
];

const REQUEST = { town: 'sanhehu', request: 'R-1' };
const TASK = { town: 'sanhehu', task: 'T-1' };
const DAY = { town: 'sanhehu', date: '2026-03-02' };
const IS_DONE = 'Coordinate: is it done?';
const WHICH_PATH = 'Assign: which path?';
const MISSING = 'Intake: is anything missing?';

const runs = (state: string): StateCase => ({
  state,
  given: { variables: { next: { coordination: { name: 'C-1', round: 2, timeoutSeconds: 60 } } } },
  work: { result: { Status: 'SUCCEEDED', Output: { next: ANSWER } } },
  expected: {
    next: IS_DONE,
    output: {},
    calls: {
      Name: 'C-1',
      Input: { ...REQUEST, round: 2, AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID: EXECUTION },
    },
    variables: { next: ANSWER },
  },
});
const silence = (state: string, next: string, about: object): StateCase =>
  sends(state, { ...about, action: 'silent', ask: 7 }, next, { next: ASKED });

const RESIDENT_REQUEST: Cases = [
  ...attempt(
    'The four steps',
    { result: [{}], output: {} },
    {
      Reopened: 'The four steps',
      NeighbourDown: 'The four steps',
      'StepFunctions.ThrottlingException': 'The four steps',
      Boom: TELL,
    },
  ),
  sends('Intake: find place and path', { ...REQUEST, execution: 'an-execution', again: false }, MISSING),
  {
    ...sends('Intake: find place and path', { ...REQUEST, again: true }, MISSING),
    given: { input: { again: true } },
  },
  ...chooses(MISSING, 'next', {
    clarify: 'Intake: ask the sender back',
    place: 'Assign: ask the duty desk to place it',
    accept: 'Assign: ask the grid team to take it',
    emergency: 'Coordinate: handle the emergency',
    programme: WHICH_PATH,
  }),
  ...asks('Intake: ask the sender back', MISSING, 'Intake: go on without an answer'),
  silence('Intake: go on without an answer', MISSING, REQUEST),
  ...asks('Assign: ask the duty desk to place it', WHICH_PATH, 'Assign: climb the ladder'),
  ...asks('Assign: ask the grid team to take it', WHICH_PATH, 'Assign: climb the ladder'),
  silence('Assign: climb the ladder', WHICH_PATH, REQUEST),
  ...chooses(WHICH_PATH, 'next', {
    clarify: MISSING,
    place: MISSING,
    accept: MISSING,
    emergency: MISSING,
    'same-day': 'Coordinate: handle it in the grid',
    programme: 'Coordinate: run the programme',
    petition: 'Coordinate: settle the petition',
    coordinated: 'Coordinate: work with the department',
    confirm: IS_DONE,
  }),
  ...asks('Coordinate: handle it in the grid', IS_DONE, 'Coordinate: report it overdue'),
  runs('Coordinate: run the programme'),
  runs('Coordinate: handle the emergency'),
  runs('Coordinate: settle the petition'),
  runs('Coordinate: work with the department'),
  silence('Coordinate: report it overdue', IS_DONE, REQUEST),
  ...chooses(IS_DONE, 'next', {
    confirm: 'Close: ask the resident',
    joined: 'Coordinate: wait for the first report',
    close: 'Close: close the request',
    'same-day': WHICH_PATH,
    emergency: WHICH_PATH,
    again: 'Coordinate: take it up again',
  }),
  { state: 'Coordinate: take it up again', expected: { next: undefined, error: 'Reopened' } },
  ...withoutAnswerKept(
    asks(
      'Coordinate: wait for the first report',
      'Close: close the request',
      'Coordinate: look at the first report again',
    ),
  ),
  silence('Coordinate: look at the first report again', IS_DONE, REQUEST),
  ...withoutAnswerKept(
    asks('Close: ask the resident', 'Close: close the request', 'Close: close the request'),
  ),
  tells('Close: close the request', REQUEST, undefined),
  ...attention('The four steps', REQUEST),
];

/** What was answered stands in the record, not in the execution. */
function withoutAnswerKept(cases: Cases): Cases {
  return cases.map((one) => ({ ...one, expected: { ...one.expected, variables: { next: ASKED } } }));
}

const WANTS = 'Stage: what does it want?';
const TAKE = 'Place: take one or a turn in line';
const STEP_DONE = 'Step: is it done?';
const stepAsked = (state: string): Cases => [
  {
    state,
    given: { input: { to: 'ask', ask: ASKED.ask } },
    work: { result: { to: 'done' } },
    expected: {
      next: STEP_DONE,
      output: { to: 'done' },
      calls: { Payload: { ...REQUEST, ask: 7, token: TOKEN, step: true } },
    },
  },
  {
    state,
    given: { input: { to: 'ask', ask: ASKED.ask } },
    work: { error: 'States.Timeout' },
    expected: { next: 'Step: nobody answered', output: { to: 'ask', ask: ASKED.ask } },
  },
];
const stepGoes = (input: object, next: string): StateCase => ({
  state: STEP_DONE,
  given: { input },
  expected: { next, output: input },
});

const COORDINATION: Cases = [
  sends('Stage: open the next', { ...REQUEST, action: 'stage', round: 1 }, WANTS),
  ...chooses(WANTS, 'next', {
    stage: 'Stage: ask everyone side by side',
    'take-place': TAKE,
    'wait-for-place': 'Place: wait for one',
    ended: 'Coordination is over',
  }),
  ...chooses(WANTS, 'next', { ended: 'Place: waited too long' }, { outcome: 'attention', place: true }),
  ...chooses(
    WANTS,
    'next',
    { ended: 'Place: give it to the next in line' },
    { outcome: 'refused', place: true },
  ),
  sends(TAKE, { ...REQUEST, action: 'take', round: 1, ask: 0 }, WANTS, { next: {} }),
  sends(TAKE, { ...REQUEST, action: 'take', round: 1, ask: 7 }, WANTS, { next: ASKED }),
  ...withoutAnswerKept(asks('Place: wait for one', TAKE, TAKE)),
  tells('Place: give it to the next in line', { ...REQUEST, action: 'give-up' }, 'Coordination is over'),
  {
    state: 'Stage: ask everyone side by side',
    given: { variables: { next: { steps: [ASKED.ask, ANSWER.ask] } } },
    work: { result: [{}, {}] },
    expected: {
      next: 'Stage: open the next',
      output: {},
      items: [
        { to: 'ask', ask: ASKED.ask },
        { to: 'ask', ask: ANSWER.ask },
      ],
    },
  },
  ...[
    'Stage: open the next',
    TAKE,
    'Place: wait for one',
    'Place: give it to the next in line',
    'Stage: ask everyone side by side',
  ].map((state) => ({
    state,
    given: { variables: { next: { ...ASKED, steps: [ASKED.ask] } } },
    work: { error: 'NeighbourDown' },
    expected: { next: 'Coordination is broken off', error: 'NeighbourDown' },
  })),
  passes('Coordination is broken off', { outcome: 'broken-off', next: { to: 'again' } }),
  ...stepAsked('Step: ask who does it'),
  ...stepAsked("Step: wait for the resident's documents"),
  ...stepAsked('Step: ask a leader to sign off'),
  {
    state: 'Step: nobody answered',
    given: { input: { to: 'ask', ask: ASKED.ask } },
    work: { result: { Payload: ANSWER } },
    expected: {
      next: STEP_DONE,
      output: ANSWER,
      calls: { Payload: { ...REQUEST, action: 'silent', ask: 7 } },
    },
  },
  stepGoes({ to: 'ask', from: 'resident' }, "Step: wait for the resident's documents"),
  stepGoes({ to: 'ask', from: 'leader' }, 'Step: ask a leader to sign off'),
  stepGoes({ to: 'ask' }, 'Step: ask who does it'),
  stepGoes({ to: 'done' }, 'Step: done'),
  passes('Step: done', {}),
  passes(
    'Coordination is over',
    { outcome: 'done', next: ANSWER },
    { next: { outcome: 'done', follows: ANSWER } },
  ),
  { state: 'Place: waited too long', expected: { next: undefined, error: 'WaitedTooLong' } },
];

const WHAT = 'Do: what is asked?';
const IS_OVER = 'End: is it over?';
const NEXT_IN_LINE = 'Do: ask the next in line';
const staffWork = (whole: string): Cases => [
  ...attempt(
    whole,
    { result: [{ result: 'done' }], output: { result: 'done' } },
    { Reopened: whole, NeighbourDown: whole, Boom: TELL },
  ),
  sends(
    'Begin: say who does it',
    { ...TASK, action: 'begin', execution: 'an-execution', again: false },
    WHAT,
  ),
  silence(NEXT_IN_LINE, IS_OVER, TASK),
  passes('End: it is over', { result: 'done' }, { next: { result: 'done' } }),
  ...attention(whole, TASK),
];

const FOLLOW_UP: Cases = [
  ...staffWork('The follow-up'),
  ...chooses(WHAT, 'next', { 'follow-up': 'Do: look in again', finished: IS_OVER }),
  ...asks('Do: look in again', IS_OVER, NEXT_IN_LINE),
  ...chooses(IS_OVER, 'next', { finished: 'End: report the problem as a request' }, { result: 'problem' }),
  ...chooses(IS_OVER, 'next', { finished: 'End: it is over', 'follow-up': WHAT }, { result: 'well' }),
  tells('End: report the problem as a request', { ...TASK, action: 'report' }, 'End: it is over'),
];

const STAFF_WORK: Readonly<Record<string, string>> = {
  check: 'Do: carry out the check',
  call: 'Do: make the telephone call',
  rectification: 'Do: put it right',
  're-check': 'Do: check again',
  supervision: 'Do: give the reason and the new date',
  review: 'Do: look back on the emergency',
};
const STAFF_TASK: Cases = [
  ...staffWork('The task'),
  ...chooses(WHAT, 'next', { ...STAFF_WORK, finished: IS_OVER }),
  ...Object.values(STAFF_WORK).flatMap((state) => asks(state, IS_OVER, NEXT_IN_LINE)),
  ...chooses(IS_OVER, 'next', { finished: 'End: it is over', check: WHAT }),
];

const round = (state: string, result: string): Cases =>
  attempt(state, { result: [{}], output: { result } }, { Boom: TELL });

const VISIT_ROUND: Cases = [
  ...round('The visits of the week', 'listed'),
  tells('List the households due in each grid', { ...DAY, action: 'list' }, 'Text each grid head the list'),
  {
    ...sends('Text each grid head the list', { ...DAY, action: 'tell', after: 0 }, 'Are there more grids?'),
    given: { variables: { next: { after: 0 } } },
  },
  ...chooses('Are there more grids?', 'next', {
    more: 'Text each grid head the list',
    next: 'The lists are texted',
  }),
  { state: 'The lists are texted', expected: { next: undefined } },
  ...laterToday('The visits of the week', DAY, PAUSE_TRYING),
];
const DAILY_CLOSE: Cases = [
  ...round('The close of the day', 'closed'),
  tells('Close the day of every grid', { ...DAY, action: 'close' }, 'Begin the follow-ups that are due'),
  sends('Begin the follow-ups that are due', { ...DAY, after: '' }, 'Are there more follow-ups?'),
  {
    ...sends('Begin the follow-ups that are due', { ...DAY, after: 'F-9' }, 'Are there more follow-ups?'),
    given: { variables: { next: { to: 'more', after: 'F-9' } } },
  },
  ...chooses('Are there more follow-ups?', 'next', {
    more: 'Begin the follow-ups that are due',
    next: 'Text heads and leaders the day',
  }),
  ...[{ to: 'next' }, { to: 'more', after: 80 }].map((next) => ({
    ...sends(
      'Text heads and leaders the day',
      { ...DAY, action: 'tell', after: 'after' in next ? 80 : 0 },
      'Are there more to text?',
    ),
    given: { variables: { next } },
  })),
  ...chooses('Are there more to text?', 'next', {
    more: 'Text heads and leaders the day',
    next: 'The day is closed',
  }),
  { state: 'The day is closed', expected: { next: undefined } },
  ...laterToday('The close of the day', DAY, PAUSE_TRYING),
];
const DEADLINE_CARDS: Cases = [
  ...round('The cards of the day', 'given'),
  sends('Give the cards that are due', { ...DAY, action: 'give' }, 'Are there more?'),
  ...chooses('Are there more?', 'next', { more: 'Give the cards that are due', done: 'Cards are given' }),
  { state: 'Cards are given', expected: { next: undefined } },
  ...laterToday('The cards of the day', DAY, PAUSE_TRYING),
];

/** A task of the staff is begun: it bears its own name, and another one when the round itself was begun again. */
const begins = (state: string, whenItFails: string): Cases => {
  const given = { input: 'T-9', variables: { next: { timeoutSeconds: 60 } } };
  const call = (Name: string) => ({ Name, Input: { town: 'sanhehu', task: 'T-9' } });
  const done = { next: undefined, output: {} };
  return [
    { state, given, work: { result: {} }, expected: { ...done, calls: call('T-9') } },
    {
      state,
      given: { ...given, executionName: 'round-retry-2' },
      work: { result: {} },
      expected: { ...done, calls: call('T-9-again-2') },
    },
    { state, given, work: { error: 'Boom' }, expected: { next: whenItFails, output: {}, error: 'Boom' } },
    passes(whenItFails, {}),
  ];
};
const overEach = (state: string, list: string, next: string | undefined): StateCase => ({
  state,
  given: { variables: { next: { [list]: ['T-1', 'T-2'] } } },
  work: { result: [{}, {}] },
  expected: { next, output: {} },
});

const inspection = (whole: string, kind: string, checks: string): Cases => {
  const about = { ...DAY, kind, startedAt: AT };
  return [
    ...round(whole, 'closed'),
    {
      state: whole,
      given: { variables: { failures: 1 } },
      work: { error: 'Boom' },
      expected: { next: TELL, variables: { failures: 2 } },
    },
    ...chooses('What comes next?', 'next', {
      check: checks,
      report: 'Report what was found',
      rectify: 'Put right what was found',
      close: 'Close the inspection',
    }),
    sends('Report what was found', { ...about, action: 'report' }, 'What comes next?'),
    overEach('Put right what was found', 'rectifications', 'Close the inspection'),
    ...begins('Put it right', 'Leave it as it is'),
    sends('Close the inspection', { ...about, action: 'close' }, undefined),
    ...laterToday(whole, { ...about, failures: 2 }, PAUSE_TELLING, { failures: 2 }),
    waits(PAUSE_TELLING, TELL),
  ];
};
const WEEKLY = { ...DAY, kind: 'weekly-inspection' };
const WEEKLY_INSPECTION: Cases = [
  ...inspection('The inspection of the week', 'weekly-inspection', 'Check the grids'),
  sends("Assign the week's checks", { ...WEEKLY, action: 'assign', after: 0 }, 'What comes next?'),
  {
    ...sends("Assign the week's checks", { ...WEEKLY, action: 'assign', after: 40 }, 'What comes next?'),
    given: { variables: { next: { to: 'assign', after: 40 } } },
  },
  ...chooses('What comes next?', 'next', { assign: "Assign the week's checks" }),
  overEach('Check the grids', 'checks', 'Report what was found'),
  ...begins('Carry out the check', 'Leave it to the report'),
];
const MONTHLY = { ...DAY, kind: 'monthly-inspection' };
const BOTH = 'Check the offices and call the residents';
const MONTHLY_INSPECTION: Cases = [
  ...inspection('The inspection of the month', 'monthly-inspection', BOTH),
  sends('Publish the seed', { ...MONTHLY, action: 'publish-seed' }, 'Make the pack of each grid'),
  ...[{ to: 'draw' }, { to: 'pack', after: 40 }].map((next) => ({
    ...sends(
      'Make the pack of each grid',
      { ...MONTHLY, action: 'pack', after: 'after' in next ? 40 : 0 },
      'Are there more grids?',
    ),
    given: { variables: { next } },
  })),
  ...chooses('Are there more grids?', 'next', {
    pack: 'Make the pack of each grid',
    draw: 'Draw the telephone sample',
  }),
  ...[{ to: 'draw' }, { to: 'assign', after: 40 }].map((next) => ({
    ...sends(
      'Draw the telephone sample',
      { ...MONTHLY, action: 'assign', after: 'after' in next ? 40 : 0 },
      'What comes next?',
    ),
    given: { variables: { next } },
  })),
  ...chooses('What comes next?', 'next', { assign: 'Draw the telephone sample' }),
  { state: BOTH, work: { result: [{}, {}] }, expected: { next: 'Report what was found', output: {} } },
  overEach('Check the offices', 'checks', undefined),
  ...begins('Check the office', 'Leave the check to the report'),
  overEach('Make the telephone calls', 'calls', undefined),
  {
    ...overEach('Make the calls of an inspector', 'calls', undefined),
    given: { input: ['T-1', 'T-2'], variables: { next: { callsAtOnce: 5 } } },
  },
  ...begins('Call the resident', 'Leave the call to the report'),
];

const CASES: Readonly<Record<(typeof MACHINES)[number], Cases>> = {
  'resident-request': RESIDENT_REQUEST,
  coordination: COORDINATION,
  'follow-up': FOLLOW_UP,
  'staff-task': STAFF_TASK,
  'visit-round': VISIT_ROUND,
  'daily-close': DAILY_CLOSE,
  'deadline-cards': DEADLINE_CARDS,
  'weekly-inspection': WEEKLY_INSPECTION,
  'monthly-inspection': MONTHLY_INSPECTION,
};

const reasonOf = ({ work, given }: StateCase): string => {
  if (work !== undefined) return 'error' in work ? `fails with ${work.error}` : 'has its result';
  return `is given ${JSON.stringify(given?.variables ?? given?.input ?? {})}`;
};

function statusOf({ work, expected }: StateCase): string {
  if (work !== undefined && 'error' in work) return 'CAUGHT_ERROR';
  return expected.error === undefined ? 'SUCCEEDED' : 'FAILED';
}

describe.each(MACHINES)('%s', (machine) => {
  const placed = statesOf(readMachine(machine));

  test.each(
    CASES[machine].map((one) => [one.state, reasonOf(one), one.expected.next ?? 'the end', one] as const),
  )('"%s", when it %s, leads to %s', async (_state, _reason, _next, one) => {
    const { next, ...expected } = one.expected;
    const answer = await tested(machine, one);
    expect(answer.next).toBe(next);
    expect(answer).toMatchObject(expected);
    expect(answer.status).toBe(statusOf(one));
  });

  it('has a case for each way out of each state', () => {
    const ways = ({ name, state }: Placed) => successors(state).map((next) => `${name} -> ${next}`);
    const tried = new Set(
      CASES[machine].map(({ state, expected }) => `${state} -> ${String(expected.next)}`),
    );
    expect(placed.flatMap(ways).filter((way) => !tried.has(way))).toEqual([]);
    const named = new Set(CASES[machine].map(({ state }) => state));
    expect(placed.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });
});
