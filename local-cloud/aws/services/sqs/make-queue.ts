import * as z from 'zod';
import { parsePlainJson } from '../../../assembly/json.js';
import { AwsError } from '../../../errors/aws-error.js';
import { policySchema, type Policy } from '../../../iam/policy.js';
import type { QueueSettings } from '../../../messaging/queue.js';
import { readSqsInput } from './read-input.js';

/** Attributes that AWS would take and the host does not support. */
const UNSUPPORTED = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsDataKeyReusePeriodSeconds',
  'KmsMasterKeyId',
  'RedriveAllowPolicy',
]);

interface Changes {
  readonly settings: Partial<QueueSettings>;
  readonly policies?: readonly Policy[] | undefined;
}

const invalid = (name: string): AwsError =>
  new AwsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);

const between =
  (least: number, most: number) =>
  (name: string, value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) throw invalid(name);
    return number;
  };

const redriveSchema = z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.coerce.number().int() });

function read<T>(schema: z.ZodType<T>, name: string, value: string): T {
  try {
    return schema.parse(parsePlainJson(value));
  } catch {
    throw invalid(name);
  }
}

/** SQS takes attributes as texts; a queue has the limits of SQS's own documentation. */
const ATTRIBUTES: Readonly<Record<string, (name: string, value: string) => Changes>> = {
  VisibilityTimeout: (name, value) => ({ settings: { visibilitySeconds: between(0, 43_200)(name, value) } }),
  MessageRetentionPeriod: (name, value) => ({
    settings: { retentionSeconds: between(60, 1_209_600)(name, value) },
  }),
  DelaySeconds: (name, value) => ({ settings: { delaySeconds: between(0, 900)(name, value) } }),
  ReceiveMessageWaitTimeSeconds: (name, value) => ({
    settings: { waitSeconds: between(0, 20)(name, value) },
  }),
  MaximumMessageSize: (name, value) => ({
    settings: { largestMessage: between(1024, 1_048_576)(name, value) },
  }),
  Policy: (name, value) => ({
    settings: {},
    policies: value === '' ? [] : [read(policySchema, name, value)],
  }),
  RedrivePolicy: (name, value) => {
    if (value === '') return { settings: { redrive: undefined } };
    const { deadLetterTargetArn, maxReceiveCount } = read(redriveSchema, name, value);
    if (maxReceiveCount < 1 || maxReceiveCount > 1000) throw invalid(name);
    return { settings: { redrive: { deadLetterArn: deadLetterTargetArn, maxReceiveCount } } };
  },
  // Nothing is encrypted, with keys of SQS's own or without.
  SqsManagedSseEnabled: () => ({ settings: {} }),
};

const attributesSchema = z.object({ Attributes: z.record(z.string(), z.string()).default({}) });

/**
 * The changes that the attributes of a call ask for. Rejects whatever AWS rejects, and by name whatever the host does
 * not support.
 */
export function queueChanges(input: unknown): Changes {
  const { Attributes } = readSqsInput(attributesSchema, input);
  return Object.entries(Attributes).reduce<Changes>(
    (changes, [name, value]) => {
      if (UNSUPPORTED.has(name))
        throw new AwsError('UnsupportedOperation', `The local cloud does not support the attribute ${name}`);
      const attribute = ATTRIBUTES[name];
      if (attribute === undefined) throw new AwsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
      const { settings, policies } = attribute(name, value);
      return {
        settings: { ...changes.settings, ...settings },
        policies: policies ?? changes.policies,
      };
    },
    { settings: {} },
  );
}

const NAME = /^[\w-]{1,80}$/;

/** Throws what SQS says of a name that it does not take. */
export function assertQueueName(name: string): void {
  if (name.endsWith('.fifo'))
    throw new AwsError('UnsupportedOperation', 'The local cloud does not support FIFO queues');
  if (!NAME.test(name))
    throw new AwsError(
      'InvalidParameterValue',
      'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
    );
}

/** The settings of a queue where none are given. */
export const DEFAULTS: QueueSettings = { visibilitySeconds: 30, retentionSeconds: 345_600, delaySeconds: 0 };
