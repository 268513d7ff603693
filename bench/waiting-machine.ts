/** A Pass, a call with a task token, then a wait of three days for its answer. */
export const waitingMachine = {
  StartAt: 'Prepare',
  States: {
    Prepare: { Type: 'Pass', Assign: { request: '{% $states.input.request %}' }, Next: 'Ask' },
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: { request: '{% $request %}', token: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 259_200,
      Retry: [{ ErrorEquals: ['Lambda.ServiceException'], IntervalSeconds: 2, MaxAttempts: 3 }],
      End: true,
    },
  },
};
