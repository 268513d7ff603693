import { Duration } from 'aws-cdk-lib';
import type { Alias, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { DeclaredFunction } from '../functions/function-declaration.js';
import type { StageNames } from './stage-names.js';

/** Longer than two runs of any schedule are apart, a turn need not be kept: the next run gives the town another. */
const KEPT = Duration.hours(1);

/**
 * The queue of a function that works on one town a call. A turn that broke off comes again while it is worth it, so
 * that there are no dead letters: what is left undone is found by the next run, and alarms watch that.
 */
export function takeTurns(
  taker: LambdaFunction & { readonly declared: DeclaredFunction; readonly live: Alias },
  names: StageNames,
): Queue {
  const { name } = taker.declared;
  const queue = new Queue(new Construct(taker, 'Turns'), 'Queue', {
    queueName: names(`${name}-turns`),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: KEPT,
    // Lambda's documentation asks for six times the function's timeout.
    visibilityTimeout: Duration.seconds(6 * (taker.timeout?.toSeconds() ?? 0)),
  });
  // One town a call. A province's towns have their turns within two minutes; more at a time would leave residents fewer
  // functions.
  taker.live.addEventSource(new SqsEventSource(queue, { batchSize: 1, maxConcurrency: 10 }));
  return queue;
}
