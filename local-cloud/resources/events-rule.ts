import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import type { AccessRequest } from '../iam/decide.js';
import { readScheduleExpression } from '../schedules/schedule-expression.js';
import { scheduleTarget } from '../schedules/schedule-target.js';
import type { Host } from './host.js';
import { unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const target = z.object({
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  InputPath: unsupported('input paths'),
  InputTransformer: unsupported('input transformers'),
});

const properties = z.object({
  Name: z.string().optional(),
  ScheduleExpression: z.string({ error: 'only rules with a schedule are supported, not event patterns' }),
  EventPattern: unsupported('event patterns'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  Targets: z.array(target).default([]),
});

type Target = z.infer<typeof target>;

/** A function allows the rule in a permission of its own; everything else is reached with the target's role. */
function authorize(
  host: Host,
  ruleArn: string,
  { Arn: arn, RoleArn: roleArn }: Target,
  request: AccessRequest,
): void {
  if (request.action === 'lambda:InvokeFunction') {
    if (host.lambda.permissions.allows(arn, 'events.amazonaws.com', ruleArn)) return;
    throw new AssemblyError(
      `${ruleArn} may not invoke ${arn}: there is no permission for events.amazonaws.com`,
    );
  }
  if (roleArn === undefined) throw new AssemblyError(`${ruleArn} needs a role for its target ${arn}`);
  host.identities.authorize(host.identities.assume(roleArn, 'EventBridge'), request);
}

const scheduledEvent = ({ accountId, region }: Host, ruleArn: string, at: number) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: accountId,
  time: new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z'),
  region,
  resources: [ruleArn],
  detail: {},
});

export const eventsRule = resourceType({
  type: 'AWS::Events::Rule',
  support: 'rate() and cron() in UTC, to functions, state machines and queues; no event patterns',
  properties,
  deploy: (given, { host, name, arn }) => {
    const ruleName = name(given.Name, 64);
    const ruleArn = arn('events', `rule/${ruleName}`);
    const next = readScheduleExpression(given.ScheduleExpression, 'UTC');
    const targets = given.Targets.map((each) => ({ target: each, ...scheduleTarget(each.Arn, host) }));
    const fire = async (at: number): Promise<void> => {
      for (const { target: each, request, deliver } of targets) {
        authorize(host, ruleArn, each, request);
        await deliver(each.Input ?? JSON.stringify(scheduledEvent(host, ruleArn, at)));
      }
    };
    if (given.State === 'ENABLED')
      host.afterDeployment.push(() => host.schedules.start({ name: ruleName, next, fire }));
    return { ref: ruleName, attributes: { Arn: ruleArn } };
  },
});
