/** What a function is told of itself. */
export interface About {
  readonly file: string;
  readonly handler: string;
  readonly exportName: string;
  readonly functionName: string;
  readonly functionVersion: string;
  readonly memorySize: number;
  readonly logStreamName: string | undefined;
}

export type Handler = (event: unknown, context: unknown) => unknown;

export function handlerOf(module: Readonly<Record<string, unknown>>, about: About): Handler;

export function describeError(error: unknown, about: Pick<About, 'file'>): string;

export function answer(
  handler: Handler,
  about: About,
  invocation: {
    readonly requestId: string;
    readonly event: string;
    readonly arn: string;
    readonly deadline: number;
  },
): Promise<{ readonly kind: 'result' | 'failure'; readonly requestId: string; readonly payload: string }>;
