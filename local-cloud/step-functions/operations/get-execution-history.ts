import { detailsMember, type HistoryEvent } from '../../states-language/execution/history-event.js';
import { present, type JsonObject } from '../../states-language/json.js';
import { withoutData } from '../event-data.js';
import { optionalFlag, pageSize, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { pageStart, pageToken } from './page.js';

function wireEvent(event: HistoryEvent, data: boolean): JsonObject {
  const { id, previousEventId, type, timestamp, details } = event;
  const shown = details === undefined || data ? details : withoutData(details);
  return {
    timestamp: wireTime(timestamp),
    type,
    id,
    previousEventId,
    ...(shown === undefined ? {} : { [detailsMember(type)]: shown }),
  };
}

export const getExecutionHistory: Operation = async (input, { executions }) => {
  const arn = requiredArn(input, 'executionArn');
  const size = pageSize(input);
  const reverse = optionalFlag(input, 'reverseOrder') ?? false;
  const data = optionalFlag(input, 'includeExecutionData') ?? true;
  const start = pageStart(input);
  await executions.stored.get(arn);
  const events: JsonObject[] = [];
  let last = 0;
  const after = start === undefined ? undefined : Number(start);
  for await (const [place, event] of executions.stored.history(arn, { after, reverse })) {
    if (events.length === size) return present({ events, nextToken: pageToken(String(last)) });
    events.push(wireEvent(event, data));
    last = place;
  }
  return present({ events });
};
