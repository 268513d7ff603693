import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { callDirectly, type DirectCalls, withoutPauses } from './direct-calls.js';

/**
 * What every client is made with. The steps that a call goes through are put together once for each command: none of ours changes them for
 * one call alone. A service that does not answer is given up while the function still has the time to say so (it has thirty seconds): AWS answers
 * these calls within milliseconds. Milliseconds, of each of as many tries.
 */
export const SDK_SETTINGS = {
  cacheMiddleware: true,
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 2500, throwOnRequestTimeout: true },
} as const;

/** A text is handed over once in a call, for it may have been taken though nobody says so; and is waited for longer. */
export const CARRIER_SETTINGS = {
  ...SDK_SETTINGS,
  maxAttempts: 1,
  requestHandler: { ...SDK_SETTINGS.requestHandler, requestTimeout: 7000 },
} as const;

/**
 * What the SDK prepares with every call for nobody: a description of it for a logger, and there is none, and one of the SDK for the
 * service. Together they are a third of what a call costs a function.
 */
const UNREAD = ['loggerMiddleware', 'getUserAgentMiddleware'] as const;

/** A client that does no more than sign, send and read; and not even that where the host (or whoever gave `calls`) takes its calls directly. */
export function lean<Client extends DynamoDBClient | SFNClient | SNSClient | SQSClient>(
  client: Client,
  calls?: DirectCalls,
): Client {
  for (const name of UNREAD) client.middlewareStack.remove(name);
  // The steps of the clients differ in nothing but the types of what goes in and comes out.
  callDirectly(client.middlewareStack as DynamoDBClient['middlewareStack'], calls);
  withoutPauses(client, calls);
  return client;
}
