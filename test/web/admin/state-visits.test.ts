import type { HistoryEvent } from '../../../contracts/console/executions.js';
import {
  barsOf,
  isTelling,
  stateVisits,
  type StateVisit,
} from '../../../web/admin/executions/state-visits.js';

type Line = readonly [type: string, details?: Readonly<Record<string, unknown>>, after?: number];

const entered = (name: string, after?: number): Line => ['TaskStateEntered', { name, input: '{}' }, after];
const exited = (name: string, after?: number): Line => ['TaskStateExited', { name, output: '1' }, after];

/** One event a second, each after the one before, or the one that is named; AWS names details after the kind. */
const history = (...lines: readonly Line[]): HistoryEvent[] =>
  lines.map(([type, details, after], place) => {
    const kind = /State(Entered|Exited)$/.exec(type)?.[1];
    const name = kind === undefined ? `${type.charAt(0).toLowerCase()}${type.slice(1)}` : `state${kind}`;
    return {
      id: place + 1,
      previousEventId: after ?? place,
      type,
      timestamp: new Date(place * 1000).toISOString(),
      ...(details && { [`${name}EventDetails`]: details }),
    };
  });

const IN_MAP = {
  containerOf: (state: string) => (state === 'Ask' ? 'Everyone' : undefined),
  results: new Set(['Reopened']),
};

const visitsOf = (...lines: readonly Line[]) => stateVisits(history(...lines), IN_MAP);
const seconds = ({ from, to }: StateVisit) =>
  to === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / 1000;

describe('the visits of states', () => {
  it('last from the entry to the exit, with what went in and came out and what was assigned', () => {
    const left: Line = [
      'TaskStateExited',
      { name: 'Read', output: '1', assignedVariables: { next: '{"to":"a"}' } },
    ];
    const [visit] = visitsOf(['ExecutionStarted'], entered('Read'), ['TaskScheduled'], left);
    expect(visit).toMatchObject({
      state: 'Read',
      input: '{}',
      output: '1',
      variables: { next: '{"to":"a"}' },
    });
    expect(visit && seconds(visit)).toBe(2);
  });

  it('are as many as there were, though the state is the same', () => {
    const visits = visitsOf(
      entered('Read'),
      exited('Read'),
      entered('Read'),
      exited('Read'),
      entered('Read'),
    );
    expect(visits.map(seconds)).toEqual([1, 1, undefined]);
  });

  it('count what failed in each, but no error that is a result', () => {
    const visits = visitsOf(
      entered('Read'),
      ['TaskFailed', { error: 'Broken', cause: 'once' }],
      ['TaskFailed', { error: 'Broken', cause: 'twice' }],
      exited('Read'),
      entered('Wait'),
      ['TaskFailed', { error: 'Reopened' }],
    );
    expect(visits.map(({ failures }) => failures.map(({ cause }) => cause))).toEqual([['once', 'twice'], []]);
  });

  it('in a Map are told by item, however they interleave', () => {
    const visits = visitsOf(
      ['MapStateEntered', { name: 'Everyone' }],
      ['MapIterationStarted', { name: 'Everyone', index: 0 }, 1],
      entered('Ask', 2),
      ['MapIterationStarted', { name: 'Everyone', index: 1 }, 1],
      entered('Ask', 4),
      exited('Ask', 3),
      ['TaskFailed', { error: 'Broken' }, 5],
    );
    const told = visits.map((visit) => [visit.state, visit.item, seconds(visit), visit.failures.length]);
    expect(told).toEqual([
      ['Everyone', undefined, undefined, 0],
      ['Ask', 0, 3, 0],
      ['Ask', 1, undefined, 1],
    ]);
  });

  it('end with what is around them', () => {
    const visits = visitsOf(
      ['ParallelStateEntered', { name: 'Everyone' }],
      entered('Ask'),
      ['TaskFailed', { error: 'Broken' }],
      ['ParallelStateExited', { name: 'Everyone' }],
    );
    expect(visits[1]).toMatchObject({ isBrokenOff: true, to: visits[0]?.to });
  });

  it('name the function that was called and the execution that was begun', () => {
    const arn = 'arn:aws:states:eu-west-1:111111111111:execution:coordination:7Q3K9M2X-1';
    const [visit] = visitsOf(
      entered('Run'),
      ['TaskScheduled', { parameters: '{"FunctionName":"AskPerson"}' }],
      ['TaskSubmitted', { output: JSON.stringify({ ExecutionArn: arn }) }],
    );
    expect(visit).toMatchObject({
      calls: 'AskPerson',
      child: { machine: 'coordination', name: '7Q3K9M2X-1' },
    });
  });
});

describe('a bar', () => {
  const at = (second: number) => new Date(second * 1000).toISOString();
  const visit = (from: number, to?: number): StateVisit => ({
    id: 1,
    state: 'Read',
    from: at(from),
    failures: [],
    variables: {},
    ...(to === undefined ? {} : { to: at(to) }),
  });

  test.each([
    ['is as long as the visit', visit(10, 60), { left: 10, width: 50 }],
    ['reaches to the end where the visit is not over', visit(75), { left: 75, width: 25 }],
    ['can be seen, however short', visit(50, 50), { left: 50, width: 0.6 }],
    ['stays within the line', visit(100, 100), { left: 99.4, width: 0.6 }],
  ])('%s', (_title, one, bar) => {
    const [found] = barsOf([one], at(0), 100_000);
    expect(found?.left).toBeCloseTo(bar.left);
    expect(found?.width).toBeCloseTo(bar.width);
  });

  it('is drawn for what took time, failed, or is not over', () => {
    expect([visit(1, 1), visit(1, 2), visit(1)].map(isTelling)).toEqual([false, true, true]);
  });
});
