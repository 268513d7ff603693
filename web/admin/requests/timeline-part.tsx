import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { Timeline } from '../shell/timeline.js';
import { REQUESTS } from './words.js';

/** Everything that happened to a request. */
export function TimelinePart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUESTS);
  const entries = request.timeline.map(({ at, type, text, byName, toName, note, grid }) => ({
    at,
    type,
    who: [byName, toName],
    text: grid === undefined ? text : `${text} · ${words.gridNumber(grid)}`,
    note,
  }));
  return <Timeline title={words.timeline} entries={entries} />;
}
