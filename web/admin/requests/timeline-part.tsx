import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../catalogue.js';
import { Timeline } from '../shell/timeline.js';
import { REQUESTS } from './words.js';

/** Everything that happened to a request. */
export function TimelinePart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUESTS);
  const entries = request.timeline.map(({ at, type, text, byName, toName, note }) => ({
    at,
    type,
    who: [byName, toName],
    // What is noted of a placement is the grid's number.
    ...(type === 'placed' && note !== undefined
      ? { text: `${text} · ${words.gridNumber(Number(note))}` }
      : { text, note }),
  }));
  return <Timeline title={words.timeline} entries={entries} />;
}
