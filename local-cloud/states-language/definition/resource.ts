import { isOptimised } from './optimised-integrations.js';
import { mayBeSdkAction } from './sdk-actions.js';
import { isSdkService } from './sdk-services.js';
import type { TaskPattern } from './task-pattern.js';

/** The target of a Task's `Resource`. */
export type Resource =
  | { readonly kind: 'function'; readonly arn: string }
  | { readonly kind: 'activity'; readonly arn: string }
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

const FUNCTION = /^arn:[\w-]+:lambda:[\w-]*:\d*:function:.+$/;
const ACTIVITY = /^arn:[\w-]+:states:[\w-]+:\d+:activity:[^\s:]+$/;
const INTEGRATION =
  /^arn:[\w-]+:states:[\w-]*:\d*:((?:aws-sdk:)?[\w-]+):(\w+)(?:\.(waitForTaskToken|sync(?::2)?))?$/;

function patternNamed(text: string | undefined): TaskPattern {
  const patterns: readonly TaskPattern[] = ['waitForTaskToken', 'sync', 'sync:2'];
  return patterns.find((pattern) => pattern === text) ?? 'request';
}

function isKnown(service: string, action: string, pattern: TaskPattern): boolean {
  const [, sdk] = /^aws-sdk:(.+)$/.exec(service) ?? [];
  if (sdk === undefined) return isOptimised(service, action, pattern);
  // None of an SDK is a job.
  return isSdkService(sdk) && mayBeSdkAction(sdk, action) && !pattern.startsWith('sync');
}

/** Reads a `Resource`; undefined for one that AWS does not know, or not in this pattern. */
export function readResource(text: string): Resource | undefined {
  if (FUNCTION.test(text)) return { kind: 'function', arn: text };
  if (ACTIVITY.test(text)) return { kind: 'activity', arn: text };
  const [, service, action, suffix] = INTEGRATION.exec(text) ?? [];
  if (service === undefined || action === undefined) return undefined;
  const pattern = patternNamed(suffix);
  if (!isKnown(service, action, pattern)) return undefined;
  return {
    kind: 'service',
    service,
    action,
    pattern,
    name: suffix === undefined ? action : `${action}.${suffix}`,
  };
}
