import type { TownVersion } from '../../../adapters/town-store.js';
import { changesInWords } from '../../../domain/editing/changes-in-words.js';
import { otherWords } from '../../../domain/editing/other-changes.js';
import type { Town } from '../../../domain/town/schema.js';
import type { restoreRoute, versionRoute, versionsRoute } from '../../../contracts/console/editing.js';
import { Problem } from '../../http/problem.js';
import type { CallOf, ConsoleCall } from '../../http/route-handler.js';
import { conflict, inLanguage, takeOver } from './edit-section.js';
import type { Managing } from './managing.js';
import { versionLine } from './version-line.js';

/** `GET /admin/town/versions`. */
export const showVersions = (services: Managing) => async (call: CallOf<typeof versionsRoute>) => {
  const lines = await services.towns.versions(call.user.town);
  return call.answer(200, { version: lines[0]?.version ?? 0, items: lines.map(versionLine) });
};

/** `GET /admin/town/versions/{version}`: what it changed of the one before it. */
export const showVersion = (services: Managing) => async (call: CallOf<typeof versionRoute>) => {
  const { line, town } = await versionOf(services, call);
  const before = line.from > 0 ? await services.towns.wholeVersion(call.user.town, line.from) : undefined;
  const changed = before ? inLanguage(changesInWords(before, town), call.language) : [];
  const besides = before ? otherWords(before, town).map((words) => words[call.language]) : [];
  return call.answer(200, { ...versionLine(line), changed, besides });
};

/** `POST /admin/town/versions/{version}/restore`: the same data, checked as of today, as a new version. */
export const restoreVersion = (services: Managing) => async (call: CallOf<typeof restoreRoute>) => {
  const { version, check } = call.body();
  const { line, town } = await versionOf(services, call);
  const { version: current, stored } = await services.towns.openWhole(call.user.town);
  if (current !== version) return conflict(services, call, { read: version, current, now: stored });
  const next = { ...town, former: stored.former };
  return takeOver(services, call, {
    version,
    stored,
    next,
    check,
    action: 'town.restored',
    restored: line.version,
  });
};

async function versionOf(
  { towns }: Managing,
  { user, params }: ConsoleCall & Pick<CallOf<typeof versionRoute>, 'params'>,
): Promise<{ line: TownVersion; town: Town }> {
  const line = (await towns.versions(user.town)).find(({ version }) => String(version) === params.version);
  const town = line && (await towns.wholeVersion(user.town, line.version));
  if (!line || !town) throw new Problem('not-found');
  return { line, town };
}
