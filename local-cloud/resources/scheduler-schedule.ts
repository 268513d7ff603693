import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { readScheduleExpression } from '../schedules/schedule-expression.js';
import { scheduleTarget } from '../schedules/schedule-target.js';
import { resourceType } from './resource-type.js';

const properties = z.object({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  StartDate: z.iso.datetime({ offset: true }).optional(),
  EndDate: z.iso.datetime({ offset: true }).optional(),
  Target: z.object({ Arn: z.string(), RoleArn: z.string(), Input: z.string().optional() }),
});

/** The context attributes that EventBridge Scheduler puts into an input. */
function fill(input: string, arn: string, scheduledAt: number): string {
  const time = new Date(scheduledAt).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', randomUUID())
    .replaceAll('<aws.scheduler.attempt-number>', '1');
}

export const schedulerSchedule = resourceType({
  type: 'AWS::Scheduler::Schedule',
  support:
    'rate(), cron() and at() with a time zone, to functions, state machines and queues; the role is enforced; no flexible windows',
  properties,
  deploy: (given, { host, name, arn }) => {
    const scheduleName = name(given.Name, 64);
    const scheduleArn = arn('scheduler', `schedule/${given.GroupName}/${scheduleName}`);
    const next = readScheduleExpression(given.ScheduleExpression, given.ScheduleExpressionTimezone);
    const { Arn: targetArn, RoleArn: roleArn, Input: input = '{}' } = given.Target;
    const { request, deliver } = scheduleTarget(targetArn, host);
    // EventBridge Scheduler comes in the name of the group, never of one schedule.
    const groupArn = arn('scheduler', `schedule-group/${given.GroupName}`);
    host.identities.assertAssumable(roleArn, 'scheduler.amazonaws.com', groupArn);
    const fire = async (at: number): Promise<void> => {
      host.identities.authorize(host.identities.assume(roleArn, scheduleName), request);
      await deliver(fill(input, scheduleArn, at));
    };
    const from = given.StartDate === undefined ? 0 : Date.parse(given.StartDate) - 1;
    const until = given.EndDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(given.EndDate);
    const bounded = (after: number) => {
      const at = next(Math.max(after, from));
      return at !== undefined && at <= until ? at : undefined;
    };
    if (given.State === 'ENABLED')
      host.afterDeployment.push(() => host.schedules.start({ name: scheduleName, next: bounded, fire }));
    return { ref: scheduleName, attributes: { Arn: scheduleArn } };
  },
});
