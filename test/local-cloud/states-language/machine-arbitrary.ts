import * as fc from 'fast-check';

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
  Arguments: { n, input: '{% $states.input %}' },
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

/** States one after the other; `last` closes every flow, so that catchers have somewhere to go. */
function flowOf(states: readonly State[]): { StartAt: string; States: Record<string, State> } {
  const kept = states.slice(0, states.findIndex(({ Type }) => Type === 'Fail') + 1 || states.length);
  const flow: Record<string, State> = {};
  kept.forEach((state, index) => {
    const next = index + 1 < kept.length ? `s${index + 1}` : 'last';
    flow[`s${index}`] = state.Type === 'Fail' ? state : { ...state, Next: next };
  });
  const reachesLast = kept.at(-1)?.Type !== 'Fail' || kept.some((state) => state.Catch !== undefined);
  return { StartAt: 's0', States: reachesLast ? { ...flow, last: { Type: 'Succeed' } } : flow };
}

const { flow } = fc.letrec<{ flow: ReturnType<typeof flowOf>; state: State }>((tie) => ({
  flow: fc.array(tie('state'), { minLength: 1, maxLength: 4 }).map(flowOf),
  state: fc.oneof(
    { depthSize: 'small', maxDepth: 2, withCrossShrink: true },
    simple,
    fc
      .tuple(fc.array(tie('flow'), { minLength: 1, maxLength: 3 }), recovering)
      .map(([Branches, more]) => ({ Type: 'Parallel', Branches, ...more })),
    fc.tuple(tie('flow'), fc.nat(2), recovering).map(([ItemProcessor, MaxConcurrency, more]) => ({
      Type: 'Map',
      Items: ['x', 'y', 'z'],
      ItemProcessor,
      MaxConcurrency,
      ...more,
    })),
  ),
}));

/** Definitions of every state type, some of which fail, retry and catch. */
export const machines = flow.map((top) => ({ QueryLanguage: 'JSONata', ...top }));
