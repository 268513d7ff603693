import { OF_CLOUDFRONT } from '../../infra/settings.js';
import { type ComparedTemplate, refusedChanges } from '../templates/refused-changes.js';
import type { Deploying } from './deploy-call.js';
import { doorKeyBefore, doorKeysTaken } from './door-keys-taken.js';
import type { Planned } from './planned-stacks.js';

// Each answers, in words, why this call deploys nothing; none where nothing stands against it.

/** What must be there before anything is. */
export async function notReady({ settings, names, words, place }: Deploying): Promise<string[]> {
  const { region, edge, table } = settings;
  const refused: string[] = [];
  for (const one of edge && region !== OF_CLOUDFRONT ? [region, OF_CLOUDFRONT] : [region])
    if ((await place.deployed(one).find('CDKToolkit')) === undefined)
      refused.push(words.noBootstrap(one, settings));
  // A name that no table has would be made a new one, empty.
  if (table !== undefined && !(await place.hasTable(table))) refused.push(words.noTable(table, names.stage));
  return refused;
}

/** Whether CloudFormation would take an update of each, in this account. */
export function notUpdatable(
  { call, settings: { account }, words }: Deploying,
  planned: readonly Planned[],
): string[] {
  const there = planned.flatMap(({ stack, region, before }) =>
    before ? [{ stack, region, ...before }] : [],
  );
  const refused = there.flatMap((one) => {
    if (account !== undefined && one.account !== account) return [words.otherAccount(one.account, account)];
    if (one.status.endsWith('_IN_PROGRESS')) return [words.busy(one.stack, one.status)];
    return one.status.endsWith('_FAILED') ? [words.stuck(one)] : [];
  });
  return [...new Set(refused), ...(call['app-alone'] && there.length === 0 ? [words.noAppYet] : [])];
}

/** On which table functions work now. */
export const tableInUse = ({ names, table }: Deploying, planned: readonly Planned[]): string =>
  planned.find(({ stack }) => stack === names('app'))?.before?.outputs['TableName'] ?? table;

/**
 * Functions must find what they found, and callers must come in. A checkout whose settings are behind would have them go back to the table from before a
 * restore, or be shown a key that they do not take.
 */
export function leadsElsewhere(deploying: Deploying, planned: readonly Planned[]): string[] {
  const { call, settings, names, table, words } = deploying;
  const { stage } = names;
  const refused: string[] = [];
  if (call.table === undefined && tableInUse(deploying, planned) !== table)
    refused.push(words.nameTable(table, stage));
  if (call.table !== undefined && call.table !== table)
    refused.push(words.tableOfSettings(call.table, table, stage));
  const app = planned.find(({ stack }) => stack === names('app'));
  const doorKey = settings.edge && (settings.edge.doorKey ?? 1);
  const first = doorKey && doorKeyBefore(doorKey, doorKeysTaken(app?.was ?? new Map(), names));
  if (doorKey && first) refused.push(words.doorKeyFirst(doorKey, first, stage));
  return refused;
}

/** What it takes from what is kept and from executions in flight, which somebody may want all the same. */
export interface Taken {
  readonly lines: readonly string[];
  readonly isRefused: boolean;
}

/** Nothing of what is kept may go, and nothing that executions in flight need unless that is wanted. */
export async function takenBy(deploying: Deploying, planned: readonly Planned[]): Promise<Taken> {
  const { call, names, table, words } = deploying;
  const of = (stack: string) => planned.find((one) => one.stack === stack);
  const [data, app] = [of(names('data')), of(names('app'))];
  const isExported = data?.before !== undefined && letsGoOfUsed(deploying, data, app);
  const taken = app?.before ? await upgradeOf(deploying, data, app.before.outputs) : NOTHING;
  // The table of a newer data stack stays as it is where the app alone goes back.
  const kept = new Set([...(data?.before ? lostBy(deploying, data) : []), ...(data ? taken.table : [])]);
  const { inFlight } = taken;
  const lines = [
    ...(isExported ? [words.tableFirst(table, names.stage)] : []),
    ...[...kept, ...inFlight].map((line) => `  ${line}`),
    ...(kept.size > 0 ? [words.refusedData] : []),
    ...(inFlight.length > 0 ? [call.force ? words.forced : words.refusedInFlight] : []),
  ];
  return { lines, isRefused: isExported || kept.size > 0 || (inFlight.length > 0 && !call.force) };
}

const NOTHING = { inFlight: [], table: [] };

async function upgradeOf(
  { settings, names, place }: Deploying,
  data: Planned | undefined,
  outputs: Readonly<Record<string, string>>,
) {
  const own = data ? data.before : await place.deployed(settings.region).find(names('data'));
  return place.upgrade({
    outputs: { ...own?.outputs, ...outputs },
    stage: { name: names.stage, region: settings.region },
    now: () => Promise.resolve(Date.now()),
  });
}

/** What the data stack would lose. A table that is used no more may leave it: it stays where it is. */
function lostBy({ table }: Deploying, { was, templates }: Planned): string[] {
  const before = was.get('') as ComparedTemplate;
  const unused = Object.entries(before.Resources).flatMap(([id, { Type, Properties }]) =>
    Type === 'AWS::DynamoDB::Table' && Properties?.['TableName'] !== table ? [id] : [],
  );
  const isKept = (line: string) =>
    !unused.some((id) => line.includes(id) && /would be left behind|is exported/.test(line));
  return refusedChanges(before, templates.get('') as ComparedTemplate).filter(isKept);
}

/** Whether the data stack, which is deployed first, would stop exporting its own table while the app still imports it. */
function letsGoOfUsed({ names }: Deploying, { templates }: Planned, app: Planned | undefined): boolean {
  const { Resources } = templates.get('') as ComparedTemplate;
  const own = names('records');
  return (
    app?.before?.outputs['TableName'] === own &&
    !Object.values(Resources).some(({ Properties }) => Properties?.['TableName'] === own)
  );
}
