import type { Services } from '../../../adapters/services.js';
import { namesPlace } from '../../../domain/reading/read-place.js';
import { readWords } from '../../../domain/reading/read-words.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import { staffLanguage } from '../../../domain/request/words.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Staff, Town } from '../../../domain/town/schema.js';
import { type Submission, takeInRequest } from '../../use-cases/take-in-request.js';

type Reporter = Pick<Submission, 'language' | 'village' | 'group'> & {
  readonly person: Omit<Person, 'description'>;
};

/**
 * A cadre's finding on looking in again becomes a request of its own, in their words, which name its category if any
 * does; the one who found it is asked first and owns it. Done again it is the same request.
 */
export async function reportProblem(
  services: Services<{ requests: 'read' | 'create' | 'readPerson'; workflow: 'startRequests' }>,
  { task, town, version }: { task: TaskRecord; town: Town; version: number },
  at: number,
): Promise<void> {
  const finder = town.staff.find(({ id }) => id === task.by);
  if (task.request === undefined || finder === undefined) return;
  const [before, resident] = await Promise.all([
    services.requests.find(task.town, task.request),
    services.requests.findPerson(task.town, task.request),
  ]);
  const description = task.note ?? '';
  const reporter = before && resident ? reporterOf(before, resident, finder) : ofFinder(town, task, finder);
  if (!reporter) return;
  const { person, ...place } = reporter;
  await takeInRequest(
    services,
    { town, version },
    {
      submission: `task ${task.id}`,
      at,
      channel: 'cadre',
      ...place,
      person: { ...person, description },
    },
  );
}

/** The resident of the request that was looked at again, at its place. */
function reporterOf(before: RequestRecord, resident: Person, finder: Staff): Reporter {
  const { village, group, language } = before;
  const { filedBy: _before, description: _words, ...person } = resident;
  return {
    village,
    group,
    language,
    person: { ...person, filedBy: { name: finder.name, phone: finder.phone } },
  };
}

/**
 * Its resident had it erased: nobody is left to look after, unless somebody else is in danger. That is where the words
 * say, else where the grid team looked.
 */
function ofFinder(town: Town, { grid, note = '' }: TaskRecord, finder: Staff): Reporter | undefined {
  const { danger, place } = readWords(town, note);
  if (danger.level === 'none') return undefined;
  const looked = town.grids.find(({ number }) => number === grid)?.village;
  return {
    language: staffLanguage(town, finder.id),
    village: namesPlace(place) ? undefined : looked,
    group: undefined,
    person: { name: finder.name, phone: finder.phone },
  };
}
