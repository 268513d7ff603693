/** One Lambda function as the template describes it. */
export interface FunctionConfig {
  readonly logicalId: string;
  /** The published version that it is; absent: `$LATEST`. */
  readonly version?: string | undefined;
  readonly name: string;
  readonly arn: string;
  readonly roleArn: string;
  /** Absolute path of the module that holds the handler. */
  readonly file: string;
  /** The folder that the module lies in, and what names its content; absent where versions cannot be published. */
  readonly code?: { readonly key: string; readonly folder: string } | undefined;
  /** As in the template, for example `index.handler`. */
  readonly handler: string;
  readonly exportName: string;
  /** The function's own variables. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly reservedConcurrency?: number | undefined;
}

/** CDK ends a logical id with eight hexadecimal digits; people name a function without them. */
const withoutHash = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

/** Whether a person means this function: by name, by ARN, or by logical id with or without CDK's hash. */
export function isCalled(
  config: Pick<FunctionConfig, 'name' | 'arn' | 'logicalId'>,
  reference: string,
): boolean {
  return [config.name, config.arn, config.logicalId, withoutHash(config.logicalId)].includes(reference);
}
