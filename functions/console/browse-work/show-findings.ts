import type { Services } from '../../../adapters/services.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { InspectionCheck } from '../../../domain/inspections/inspection-report.js';
import { wordsAfterPoints } from '../../../domain/task/form-points.js';
import { given } from '../../../domain/words/given.js';
import type { findingsRoute } from '../../../contracts/console/work.js';
import type { CallOf } from '../../http/route-handler.js';
import { loadTasks, rectificationsOf } from '../../use-cases/find-inspection.js';
import { audit } from '../audit.js';
import { openInspection } from './open-inspection.js';

type Effects = Services<{ audits: 'record'; towns: 'read'; rounds: 'find'; tasks: 'read' }>;

/** `GET /admin/rounds/{kind}/{date}/findings`: findings and measures, in people's words; the trail says who looked. */
export async function showFindings(services: Effects, call: CallOf<typeof findingsRoute>) {
  const { town, inspection } = await openInspection(services, call);
  const { kind, date, report } = inspection;
  await audit(services, call, { action: 'findings.read', subject: kind, detail: date });
  const tasks = await loadTasks(services, town, rectificationsOf(report.checks));
  const checks = await loadTasks(
    services,
    town,
    tasks.flatMap(({ finding }) => finding?.check ?? []),
  );
  const foundFirst = ({ finding }: TaskRecord) =>
    firstWords(
      checks.find(({ id }) => id === finding?.check),
      report.checks.find(({ task }) => task === finding?.check),
    );
  return call.answer(200, { items: tasks.map((task) => saidOn(task, foundFirst(task))) });
}

/** What the check found: a re-check that fails puts its own words in the finding, and stands beside it. */
const firstWords = (
  check: TaskRecord | undefined,
  reported: InspectionCheck | undefined,
): string | undefined => check && wordsAfterPoints(check.note, reported?.points ?? []);

function saidOn({ finding, timeline }: TaskRecord, found = finding?.words) {
  const last = (type: 'rectified' | 'failed-again' | 'ended') =>
    timeline.findLast((entry) => entry.type === type);
  const noteOf = (entry: ReturnType<typeof last>) => (entry && 'note' in entry ? entry.note : undefined);
  return {
    check: finding?.check ?? '',
    ...given({
      words: found === '' ? undefined : found,
      answer: noteOf(last('rectified')),
      recheck: noteOf(last('ended')) ?? noteOf(last('failed-again')),
    }),
  };
}
