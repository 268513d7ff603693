import * as sfn from '@aws-sdk/client-sfn';

interface Given {
  readonly client: () => sfn.SFNClient;
  /** Creates a machine of one state and starts it; answers with the execution's ARN, once it has come to rest. */
  readonly run: (state: object) => Promise<string>;
}

/** One use of each operation on map runs, through the SDK. */
export function mapRunCalls({ client, run }: Given): Readonly<Record<string, () => Promise<void>>> {
  const started = async () => {
    const executionArn = await run({
      Type: 'Map',
      Label: 'each',
      Items: [1, 2],
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Do',
        States: { Do: { Type: 'Wait', Seconds: 3600, End: true } },
      },
    });
    const { mapRuns } = await client().send(new sfn.ListMapRunsCommand({ executionArn }));
    return { executionArn, mapRuns, mapRunArn: mapRuns?.[0]?.mapRunArn };
  };
  return {
    async ListMapRuns() {
      const { executionArn, mapRuns } = await started();
      expect(mapRuns).toMatchObject([
        {
          executionArn,
          mapRunArn: expect.stringMatching(/:mapRun:.*\/each:/) as string,
          startDate: expect.any(Date) as Date,
        },
      ]);
    },
    async DescribeMapRun() {
      const { mapRunArn } = await started();
      const shown = await client().send(new sfn.DescribeMapRunCommand({ mapRunArn }));
      expect(shown).toMatchObject({ status: 'RUNNING', itemCounts: { total: 2, running: 2 } });
      const unknown = client().send(new sfn.DescribeMapRunCommand({ mapRunArn: `${mapRunArn}0` }));
      await expect(unknown).rejects.toBeInstanceOf(sfn.ResourceNotFound);
    },
    async UpdateMapRun() {
      const { mapRunArn } = await started();
      await client().send(new sfn.UpdateMapRunCommand({ mapRunArn, toleratedFailurePercentage: 12.5 }));
      const shown = await client().send(new sfn.DescribeMapRunCommand({ mapRunArn }));
      expect(shown.toleratedFailurePercentage).toBe(12.5);
    },
  };
}
