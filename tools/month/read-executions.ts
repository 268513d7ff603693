import * as z from 'zod';

const executionSchema = z.object({ executionArn: z.string(), name: z.string(), status: z.string() });
export type Execution = z.infer<typeof executionSchema>;
const listSchema = z.object({ executions: z.array(executionSchema), nextToken: z.string().optional() });
const pageSchema = z.object({ nextToken: z.string().optional() });

/** A call as an administrator of the local cloud makes it. */
async function call(endpoint: string, operation: string, input: object): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `AWSStepFunctions.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=administrator/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature=local',
    },
    body: JSON.stringify(input),
  });
  const output = await response.text();
  if (response.status !== 200) throw new Error(`${operation}: ${output}`);
  return output;
}

/** All executions of a state machine. */
export async function executionsOf(endpoint: string, stateMachineArn: string): Promise<Execution[]> {
  const found: Execution[] = [];
  let nextToken: string | undefined;
  do {
    const input = { stateMachineArn, maxResults: 1000, nextToken };
    const page = listSchema.parse(JSON.parse(await call(endpoint, 'ListExecutions', input)));
    found.push(...page.executions);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return found;
}

/** The whole history of an execution, as the text that it came in: all of them together are long. */
export async function historyText(endpoint: string, executionArn: string): Promise<string> {
  const parts: string[] = [];
  let nextToken: string | undefined;
  do {
    const input = { executionArn, maxResults: 1000, nextToken };
    const page = await call(endpoint, 'GetExecutionHistory', input);
    parts.push(page);
    nextToken = page.includes('"nextToken"') ? pageSchema.parse(JSON.parse(page)).nextToken : undefined;
  } while (nextToken !== undefined);
  return parts.join('\n');
}
