import * as z from 'zod';

const historySchema = z.object({
  events: z.array(
    z.object({
      id: z.number(),
      type: z.string(),
      timestamp: z.number(),
      stateEnteredEventDetails: z.object({ name: z.string() }).optional(),
    }),
  ),
  nextToken: z.string().optional(),
});

export interface EnteredState {
  readonly at: number;
  readonly name: string;
  /** Of the event: `MapStateEntered`. */
  readonly type: string;
}

/** Reads the states an execution has entered since it was last looked at, as anyone with the AWS CLI could. */
export class ExecutionWatch {
  private seen = 0;

  constructor(
    private readonly endpoint: string,
    private readonly executionArn: string,
  ) {}

  async entered(): Promise<EnteredState[]> {
    const states: EnteredState[] = [];
    let nextToken: string | undefined;
    do {
      const page = await this.page(nextToken);
      for (const { id, type, timestamp, stateEnteredEventDetails } of page.events) {
        if (id <= this.seen) continue;
        this.seen = id;
        if (stateEnteredEventDetails)
          states.push({ at: Math.round(timestamp * 1000), type, name: stateEnteredEventDetails.name });
      }
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return states;
  }

  private async page(nextToken: string | undefined) {
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'AWSStepFunctions.GetExecutionHistory',
        authorization:
          'AWS4-HMAC-SHA256 Credential=demo/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature=local',
      },
      body: JSON.stringify({ executionArn: this.executionArn, maxResults: 1000, nextToken }),
    });
    if (response.status === 400) return { events: [] };
    return historySchema.parse(await response.json());
  }
}
