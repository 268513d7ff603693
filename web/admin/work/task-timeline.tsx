import type { TaskAnswer } from '../../../contracts/console/work.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import { Timeline } from '../shell/timeline.js';
import { useMoments } from '../shell/use-moments.js';
import { WORK } from './words.js';

/** Everything that happened on a task. */
export function TaskTimeline({ task }: { task: TaskAnswer }) {
  const words = useWords(WORK).tasks;
  const { moment } = useMoments();
  const entries = task.timeline.map(({ at, type, by, byName, to, toName, request, note, due }) => ({
    at,
    type,
    text: [
      words.entries[type],
      ...(request === undefined ? [] : [shownNumber(request)]),
      ...(due === undefined ? [] : [`${words.due} ${moment(due)}`]),
    ].join(' · '),
    who: [byName ?? by, toName ?? to],
    note,
  }));
  return <Timeline title={words.timeline} entries={entries} />;
}
