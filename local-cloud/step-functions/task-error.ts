import type { AwsError } from '../errors/aws-error.js';
import { IntegrationError } from './ports.js';

/** How tasks name the errors of a service: by the classes of AWS's SDKs for Java, behind a prefix. */
export interface ErrorNames {
  /** The first part of the names that Retry and Catch see: `DynamoDB`. */
  readonly prefix: string;
  /** The service as causes name it: `AmazonDynamoDBv2`. */
  readonly service: string;
  /** The class of the errors that have none of their own: `AmazonDynamoDBException`. */
  readonly base: string;
  /** The class of a missing permission; default: `base`. */
  readonly denied?: string;
  /** The class of an input that breaks the service's own rules; default: `base`. */
  readonly invalid?: string;
  /** Whether causes are worded by the SDK's second version, as those of `aws-sdk:` are. */
  readonly sdk?: true;
}

/**
 * The names of an SDK integration follow from its prefix: `Sqs.QueueDoesNotExistException`,
 * `DynamoDb.DynamoDbException`. https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export const sdkErrorNames = (prefix: string): ErrorNames => ({
  prefix,
  service: prefix,
  base: `${prefix}Exception`,
  sdk: true,
});

function className({ code }: AwsError, { base, denied = base, invalid = base }: ErrorNames): string {
  if (code === 'AccessDeniedException') return denied;
  if (code === 'ValidationException') return invalid;
  // AWS adds the suffix where the service's own name for the error has none.
  return code.endsWith('Exception') ? code : `${code}Exception`;
}

/** An AWS error as a task sees it. */
export function taskError(error: AwsError, names: ErrorNames): IntegrationError {
  const { prefix, service, sdk } = names;
  const details =
    sdk === true
      ? `Service: ${service}, Status Code: ${error.status}`
      : `Service: ${service}; Status Code: ${error.status}; Error Code: ${error.code}`;
  return new IntegrationError(`${prefix}.${className(error, names)}`, `${error.message} (${details})`);
}
