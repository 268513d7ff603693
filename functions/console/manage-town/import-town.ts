import { townChanges } from '../../../domain/town-checks/town-changes.js';
import { writeTown } from '../../../towns/write-town.js';
import { audit } from '../audit.js';
import type { importRoute, exportRoute } from '../../../contracts/console/town.js';
import type { Managing } from './managing.js';
import { checkFiles, store, wrong } from './save-town.js';
import type { CallOf } from '../../http/route-handler.js';

/** Bytes: Lambda takes six megabytes of a call, the rest of the event included. */
const LARGEST_IMPORT = 5_500_000;
const WHOLE = 'settings.yaml';

/** `POST /admin/town/import`: the whole town, or some of its files; all of it takes effect or nothing. */
export const importTown = (services: Managing) => async (call: CallOf<typeof importRoute>) => {
  const { files: sent, check } = call.body({
    largest: LARGEST_IMPORT,
    longest: LARGEST_IMPORT,
  });
  const { version, stored } = await services.towns.openWhole(call.user.town);
  const files = WHOLE in sent ? sent : { ...writeTown(stored), ...sent };
  const read = checkFiles(call.user.town, files, stored.model);
  if (!read.ok) return wrong(read.problems, call.language);
  const changes = townChanges(stored, read.town);
  if (check || changes.length === 0) return call.answer(200, { version, changes });
  await audit(services, call, { action: 'town.imported', detail: `after version ${version}` });
  const made = await store(services, call, read.town, version, {
    how: 'imported',
    parts: changes.map(({ part }) => part),
  });
  return call.answer(200, { version: made, changes });
};

/** `GET /admin/town/export`: the files that an import takes, phones of staff among them. */
export const exportTown = (services: Managing) => async (call: CallOf<typeof exportRoute>) => {
  const { version, stored } = await services.towns.openWhole(call.user.town);
  await audit(services, call, { action: 'town.exported', detail: `version ${version}` });
  return call.answer(200, { version, files: writeTown(stored) });
};
