import { townChanges } from '../../../domain/town-checks/town-changes.js';
import type { Town } from '../../../domain/town/schema.js';
import { writeTown, yaml } from '../../../towns/write-town.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import type {
  changeProgrammeRoute,
  changeStaffRoute,
  changePostsRoute,
} from '../../../contracts/console/town.js';
import type { AuditedAction } from '../../../domain/access/audited-actions.js';
import type { Managing } from './managing.js';
import { checkFiles, type Files, store, wrong } from './save-town.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';

/** Bytes: a programme with a long form. */
const LARGEST_PROGRAMME = 256 * 1024;

interface Change {
  readonly version: number;
  /** The town's files with the change in them. */
  readonly files: (stored: Town) => Files;
  readonly action: AuditedAction;
  readonly subject: string;
}

/**
 * One part changed: the whole town is written, read and checked again as an import does it, so that what the console lets through
 * is what a file would.
 */
async function change(
  services: Managing,
  call: ConsoleCall & Pick<CallOf<typeof changeStaffRoute>, 'answer'>,
  { version, files, action, subject }: Change,
) {
  const { version: current, stored } = await services.towns.openWhole(call.user.town);
  if (current !== version) throw new Problem('town-changed');
  const read = checkFiles(call.user.town, files(stored), stored.model);
  if (!read.ok) return wrong(read.problems, call.language);
  await audit(services, call, { action, subject, detail: `after version ${version}` });
  const parts = townChanges(stored, read.town).map(({ part }) => part);
  const made = await store(services, call, read.town, version, { how: 'edited', parts });
  return call.answer(200, { version: made });
}

/** `PUT /admin/town/programmes/{id}`: changes a programme, or adds one. Requests under way keep the version they began with. */
export const changeProgramme = (services: Managing) => async (call: CallOf<typeof changeProgrammeRoute>) => {
  const { version, programme } = call.body({ largest: LARGEST_PROGRAMME });
  const subject = call.params.id;
  if (programme.id !== subject)
    throw new Problem('invalid-body', [{ field: '/programme/id', message: subject }]);
  const files = (stored: Town) => ({ ...writeTown(stored), [`programmes/${subject}.yaml`]: yaml(programme) });
  return change(services, call, { version, files, action: 'programme.changed', subject });
};

/** `PUT /admin/town/staff/{id}`: changes one of the staff, or adds them. */
export const changeStaff = (services: Managing) => async (call: CallOf<typeof changeStaffRoute>) => {
  const { version, ...person } = call.body();
  const { id } = call.params;
  const changed = { id, ...person };
  const files = (stored: Town) => {
    const isKnown = stored.staff.some((one) => one.id === id);
    const staff = isKnown
      ? stored.staff.map((one) => (one.id === id ? changed : one))
      : [...stored.staff, changed];
    return writeTown({ ...stored, staff });
  };
  return change(services, call, { version, files, action: 'staff.changed', subject: id });
};

/** `PUT /admin/town/posts/{grid}`: who holds the three posts of a grid. */
export const changePosts = (services: Managing) => async (call: CallOf<typeof changePostsRoute>) => {
  const { version, ...posts } = call.body();
  const subject = call.params.grid;
  const { town } = await services.towns.load(call.user.town);
  if (!town.grids.some(({ number }) => String(number) === subject)) throw new Problem('not-found');
  const files = (stored: Town) =>
    writeTown({
      ...stored,
      grids: stored.grids.map((grid) => (String(grid.number) === subject ? { ...grid, posts } : grid)),
    });
  return change(services, call, { version, files, action: 'post.changed', subject });
};
