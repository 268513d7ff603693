import { type HistoryEvent, historyAnswer } from '../../../contracts/console/executions.js';
import type { Watched } from './watched.js';

/** Latest events searched for where an execution stands and what failed: six retries and an ask take some forty. */
const LATEST_EVENTS = 100;

/** The latest events of an execution, the latest first. */
export async function latestEvents({ executions }: Watched, arn: string): Promise<readonly HistoryEvent[]> {
  const latest = await executions.history(arn, { reverseOrder: true, maxResults: LATEST_EVENTS });
  return historyAnswer.parse({ events: latest?.events ?? [] }).events;
}
