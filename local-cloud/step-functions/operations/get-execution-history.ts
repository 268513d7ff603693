import { detailsMember, type HistoryEvent } from '../../states-language/execution/history-event.js';
import type { JsonObject } from '../../states-language/json.js';
import { optionalFlag, pageSize, requiredArn } from '../request-members.js';
import { wireTime, type Operation } from './operation.js';
import { pageStart, pageToken } from './page.js';

/** What `includeExecutionData: false` leaves out. */
const DATA = new Set([
  'input',
  'inputDetails',
  'output',
  'outputDetails',
  'parameters',
  'assignedVariables',
  'assignedVariablesDetails',
]);

function wireEvent(event: HistoryEvent, data: boolean): JsonObject {
  const { id, previousEventId, type, timestamp, details } = event;
  const shown =
    details === undefined || data
      ? details
      : Object.fromEntries(Object.entries(details).filter(([name]) => !DATA.has(name)));
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
  const after = Number(pageStart(input) ?? (reverse ? Infinity : 0));
  await executions.get(arn);
  const history = await executions.history(arn);
  const rest = reverse
    ? history.filter(({ id }) => id < after).toReversed()
    : history.filter(({ id }) => id > after);
  const page = rest.slice(0, size);
  const last = page.at(-1);
  return {
    events: page.map((event) => wireEvent(event, data)),
    ...(last !== undefined && rest.length > size ? { nextToken: pageToken(String(last.id)) } : {}),
  };
};
