import type { ConsoleRequest } from '../../../functions/http/schemas/console-requests.js';
import { useWords } from '../catalogue.js';
import { Timeline } from '../shell/timeline.js';
import { REQUESTS } from './words.js';

/** Everything that happened to a request. */
export function TimelinePart({ request }: { request: ConsoleRequest }) {
  const entries = request.timeline.map(({ at, type, text, byName, toName, note }) => ({
    at,
    type,
    text,
    who: [byName, toName],
    note,
  }));
  return <Timeline title={useWords(REQUESTS).timeline} entries={entries} />;
}
