import * as z from 'zod';
import type { Queues } from '../../../messaging/queues.js';
import { AwsError } from '../../../errors/aws-error.js';
import { pageOf } from '../../page-of.js';
import { readSqsInput, whole } from './read-input.js';

const MOST = 1_000;

const schema = z.object({
  QueueNamePrefix: z.string().default(''),
  MaxResults: whole(1, MOST).optional(),
  NextToken: z.string().optional(),
});

/** URLs by name. There is a token only for who asks for pages, as in SQS. */
export function listQueues(queues: Queues, input: unknown): object {
  const { QueueNamePrefix, MaxResults, NextToken } = readSqsInput(schema, input);
  const found = queues
    .list()
    .map(({ config }) => config)
    .filter(({ name }) => name.startsWith(QueueNamePrefix));
  const page = pageOf(found, ({ name }) => name, NextToken, MaxResults ?? MOST);
  if (page === undefined) throw new AwsError('InvalidParameterValue', 'Invalid or expired next token.');
  const { items, next } = page;
  return {
    ...(items.length === 0 ? {} : { QueueUrls: items.map(({ url }) => url) }),
    ...(next === undefined || MaxResults === undefined ? {} : { NextToken: next }),
  };
}
