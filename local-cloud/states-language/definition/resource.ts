/** How a Task waits for its result: not at all beyond the call, for a token, or for the job it started. */
export type TaskPattern = 'request' | 'waitForTaskToken' | 'sync' | 'sync:2';

/** What a Task's `Resource` names. */
export type Resource =
  | { readonly kind: 'function'; readonly arn: string }
  | {
      readonly kind: 'service';
      /** `lambda`, `states`, `aws-sdk:sns`: the `resourceType` of history events. */
      readonly service: string;
      /** `invoke`, without the pattern. */
      readonly action: string;
      readonly pattern: TaskPattern;
      /** `invoke.waitForTaskToken`: the `resource` of history events. */
      readonly name: string;
    };

/** The optimised integrations that are supported, with the patterns each has on AWS. */
const OPTIMISED: Readonly<Record<string, readonly TaskPattern[]>> = {
  'lambda:invoke': ['request', 'waitForTaskToken'],
  'sns:publish': ['request', 'waitForTaskToken'],
  'sqs:sendMessage': ['request', 'waitForTaskToken'],
  'dynamodb:getItem': ['request'],
  'dynamodb:putItem': ['request'],
  'dynamodb:updateItem': ['request'],
  'dynamodb:deleteItem': ['request'],
  'events:putEvents': ['request', 'waitForTaskToken'],
  'states:startExecution': ['request', 'waitForTaskToken', 'sync', 'sync:2'],
};
/** Reached through the SDK integration; which calls of these services exist is the host's to say. */
const SDK_SERVICES = new Set(['lambda', 'sns', 'sqs', 'dynamodb', 'eventbridge', 'scheduler', 'sfn']);

const FUNCTION = /^arn:[\w-]+:lambda:[\w-]*:\d*:function:.+$/;
const OPTIMISED_ARN = /^arn:[\w-]+:states:[\w-]*:\d*:([\w-]+):(\w+)(?:\.(waitForTaskToken|sync(?::2)?))?$/;
const SDK_ARN = /^arn:[\w-]+:states:[\w-]*:\d*:(aws-sdk:\w+):(\w+)(?:\.(waitForTaskToken))?$/;

function patternNamed(text: string | undefined): TaskPattern {
  const patterns: readonly TaskPattern[] = ['waitForTaskToken', 'sync', 'sync:2'];
  return patterns.find((pattern) => pattern === text) ?? 'request';
}

/** Reads a `Resource`; undefined for what is not supported. */
export function readResource(text: string): Resource | undefined {
  if (FUNCTION.test(text)) return { kind: 'function', arn: text };
  const [, service, action, suffix] = SDK_ARN.exec(text) ?? OPTIMISED_ARN.exec(text) ?? [];
  if (service === undefined || action === undefined) return undefined;
  const pattern = patternNamed(suffix);
  const supported = service.startsWith('aws-sdk:')
    ? SDK_SERVICES.has(service.slice('aws-sdk:'.length))
    : (OPTIMISED[`${service}:${action}`]?.includes(pattern) ?? false);
  if (!supported) return undefined;
  return {
    kind: 'service',
    service,
    action,
    pattern,
    name: suffix === undefined ? action : `${action}.${suffix}`,
  };
}
