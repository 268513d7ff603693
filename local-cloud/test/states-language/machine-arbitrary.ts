import * as fc from 'fast-check';

const CALL = { FunctionName: 'f' };
export const LAMBDA = 'arn:aws:states:::lambda:invoke';

type State = Record<string, unknown>;

const recovering = fc.record(
  {
    Retry: fc.constant([{ ErrorEquals: ['Boom'], MaxAttempts: 1, IntervalSeconds: 2 }]),
    Catch: fc.constant([
      { ErrorEquals: ['States.ALL'], Output: '{% $states.errorOutput.Error %}', Next: 'last' },
    ]),
  },
  { requiredKeys: [] },
);

const task = fc.tuple(fc.nat(5), recovering).map(([n, more]): State => ({
  Type: 'Task',
  Resource: LAMBDA,
  Arguments: { ...CALL, n, input: '{% $states.input %}' },
  Output: '{% $states.result %}',
  TimeoutSeconds: 50,
  ...more,
}));
const simple = fc.oneof(
  fc.constant<State>({ Type: 'Pass', Output: '{% [$states.input, "p"] %}' }),
  fc.constant<State>({ Type: 'Pass', Output: '{% $none %}' }),
  fc.nat(9).map((Seconds): State => ({ Type: 'Wait', Seconds })),
  task,
  task,
  fc.constant<State>({ Type: 'Fail', Error: 'Boom' }),
);

/** What `simple` leaves out: choices, variables, tokens that nobody answers, times that have gone by. */
const varied = fc.oneof(
  simple,
  simple,
  fc
    .constantFrom('{% $states.input = "x" %}', '{% true %}', '{% $states.input %}')
    .chain((Condition) =>
      fc.boolean().map((fallsThrough): State => ({ Type: 'Choice', Condition, fallsThrough })),
    ),
  fc.constant<State>({ Type: 'Pass', Assign: { v: '{% $states.input %}' }, Output: '{% "p" %}' }),
  fc.constant<State>({ Type: 'Wait', Timestamp: '1970-01-01T00:00:03Z' }),
  fc.tuple(fc.boolean(), recovering).map(([beats, more]): State => ({
    Type: 'Task',
    Resource: `${LAMBDA}.waitForTaskToken`,
    Arguments: { ...CALL, n: 1, token: '{% $states.context.Task.Token %}' },
    TimeoutSeconds: 50,
    ...(beats ? { HeartbeatSeconds: 20 } : {}),
    ...more,
  })),
);

/** The state, going on to `next`. */
function leadingTo(state: State, next: string): State {
  if (state.Type === 'Fail') return state;
  if (state.Type !== 'Choice') return { ...state, Next: next };
  const { Condition, fallsThrough } = state;
  return {
    Type: 'Choice',
    Choices: [{ Condition, Next: next }],
    ...(fallsThrough === true ? {} : { Default: 'last' }),
  };
}

/** States one after the other; `last` closes every flow, so that catchers and choices have somewhere to go. */
function flowOf(states: readonly State[]): { StartAt: string; States: Record<string, State> } {
  const kept = states.slice(0, states.findIndex(({ Type }) => Type === 'Fail') + 1 || states.length);
  const flow: Record<string, State> = {};
  kept.forEach((state, index) => {
    flow[`s${index}`] = leadingTo(state, index + 1 < kept.length ? `s${index + 1}` : 'last');
  });
  const goesThere = (state: State) => state.Catch !== undefined || state.fallsThrough === false;
  const reachesLast = kept.at(-1)?.Type !== 'Fail' || kept.some(goesThere);
  return { StartAt: 's0', States: reachesLast ? { ...flow, last: { Type: 'Succeed' } } : flow };
}

function flowsOf(leaf: fc.Arbitrary<State>, mapping: fc.Arbitrary<State>) {
  return fc.letrec<{ flow: ReturnType<typeof flowOf>; state: State }>((tie) => ({
    flow: fc.array(tie('state'), { minLength: 1, maxLength: 4 }).map(flowOf),
    state: fc.oneof(
      { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.array(tie('flow'), { minLength: 1, maxLength: 3 }), recovering)
        .map(([Branches, more]) => ({ Type: 'Parallel', Branches, ...more })),
      fc
        .tuple(tie('flow'), fc.nat(2), recovering, mapping)
        .map(([ItemProcessor, MaxConcurrency, more, extra]) => ({
          Type: 'Map',
          Items: ['x', 'y', 'z'],
          ItemProcessor,
          MaxConcurrency,
          ...more,
          ...extra,
        })),
    ),
  })).flow;
}

const TARGETS = new Set(['StartAt', 'Next', 'Default']);

/** No name of a state comes twice in a machine: those of each flow begin with where it is. */
function uniquelyNamed(value: unknown, flow: string, place: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => uniquelyNamed(item, flow, `${place}${index}`));
  if (typeof value !== 'object' || value === null) return value;
  const own = 'StartAt' in value ? `${place}.` : flow;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]): [string, unknown] => {
      if (TARGETS.has(name)) return [name, `${own}${String(member)}`];
      if (name !== 'States') return [name, uniquelyNamed(member, own, `${place}${name.charAt(0)}`)];
      const states = Object.entries(member as object).map(([state, inner]): [string, unknown] => [
        `${own}${state}`,
        uniquelyNamed(inner, own, `${own}${state}`),
      ]);
      return [name, Object.fromEntries(states)];
    }),
  );
}

/** A flow within another may not assign the names of the outer one: each depth has its own. */
function namedByDepth(value: unknown, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => namedByDepth(item, depth));
  if (typeof value !== 'object' || value === null) return value;
  const inner = 'StartAt' in value ? depth + 1 : depth;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]): [string, unknown] =>
      name === 'Assign' ? [name, { [`v${depth}`]: member.v }] : [name, namedByDepth(member, inner)],
    ),
  );
}

/** Definitions of every state type, some of which fail, retry and catch. */
export const machines = flowsOf(simple, fc.constant({})).map((top) => ({
  QueryLanguage: 'JSONata',
  ...(uniquelyNamed(top, '', '') as typeof top),
}));

/** The same with all that moves by time: timeouts of machines, missed heartbeats; and tolerated failures. */
export const variedMachines = fc
  .tuple(
    flowsOf(
      varied,
      fc.constantFrom<State>(
        {},
        {},
        { ToleratedFailureCount: 1 },
        { ItemSelector: '{% $states.context.Map.Item.Value %}' },
        { ItemSelector: '{% $states.context.Map.Item.Value = "z" ? $none : 1 %}' },
      ),
    ),
    fc.constantFrom({}, {}, { TimeoutSeconds: 30 }),
  )
  .map(([top, timeout]): Record<string, unknown> => ({
    QueryLanguage: 'JSONata',
    ...timeout,
    ...(uniquelyNamed(namedByDepth(top, 0), '', '') as typeof top),
  }));
