import { WATCHED_AFTER } from '../../infra/monitoring/alarms-of-release.js';
import { readSettings } from '../../infra/read-settings.js';
import { LOCAL, OF_CLOUDFRONT, type Settings } from '../../infra/settings.js';
import { stageNames } from '../../infra/stage-names.js';
import { languageOf } from '../language.js';
import { leftToDo } from '../setup/left-to-do.js';
import { WORDS as SETUP_WORDS } from '../setup/words.js';
import { plannedChanges } from '../templates/planned-changes.js';
import { cdkCall, isWatched } from './cdk-call.js';
import { COMMAND_WORDS } from './command-words.js';
import { type Deploying, type DeployPlace, readCall } from './deploy-call.js';
import { leadsElsewhere, notReady, notUpdatable, tableInUse, takenBy } from './deploy-refused.js';
import { DEPLOY_WORDS } from './deploy-words.js';
import { DeploymentUnknown } from './deployment.js';
import { keepOutputs } from './kept-outputs.js';
import { NEVER_THERE, type Planned, plannedStacks } from './planned-stacks.js';
import { type Said, sayUsage } from './run-command.js';

/** `npm run deploy`. Exit codes: 0 done, or nothing is to be done; 1 not done, or not all; 2 called wrongly. */
export async function deployCommand(args: string[], said: Said, place: DeployPlace): Promise<number> {
  const call = readCall(args);
  const language = languageOf(call.lang);
  const words = DEPLOY_WORDS[language];
  if (call.help) return sayUsage(said, words.usage);
  if (call.stage === undefined || call.stage === LOCAL) throw new DeploymentUnknown(undefined);
  const settings = readSettings(`${place.root}/settings`, call.stage);
  if (settings.sample !== undefined) {
    said.err(SETUP_WORDS[language].onlySample(`settings/${call.stage}.json`));
    return 1;
  }
  // Every client of the SDK that the command makes reads it.
  process.env['AWS_REGION'] = settings.region;
  const names = stageNames(settings.stage);
  const table = settings.table ?? names('records');
  return lookAndDeploy({ call, settings, names, table, language, words, said, place });
}

/** It looks, says, asks, and then deploys. */
async function lookAndDeploy(deploying: Deploying): Promise<number> {
  const { call, settings, names, language, words, said, place } = deploying;
  said.out(COMMAND_WORDS[language].worksOn({ name: names.stage, region: settings.region }));
  const commit = place.commit();
  if (commit) said.out(words.commit(commit));
  if (stands(said, await notReady(deploying))) return 1;
  said.out(words.making);
  if (stands(said, await foundIn(deploying))) return 1;
  const planned = await plannedStacks(deploying);
  if (stands(said, notUpdatable(deploying, planned))) return 1;
  tell(deploying, planned);
  const leads = stands(said, leadsElsewhere(deploying, planned));
  const taken = await takenBy(deploying, planned);
  stands(said, taken.lines);
  if (taken.isRefused || leads) return 1;
  const differing = planned.filter(({ differs }) => differs);
  if (differing.length === 0) {
    keepWhereIs(deploying, planned);
    said.out(words.nothing);
    return 0;
  }
  if (call['dry-run']) {
    said.out(words.dryRun);
    return 0;
  }
  return (await isWanted(deploying)) ? deploy(deploying, planned, differing) : 1;
}

/** Says what stands against it; whether anything does. */
function stands(said: Said, lines: readonly string[]): boolean {
  for (const line of lines) said.err(line);
  return lines.length > 0;
}

/** What is wrong with what would be deployed. */
async function foundIn({ call, settings, words, place }: Deploying): Promise<string[]> {
  const findings = await place.make(settings, !call['at-once']);
  const lines = findings.map(({ rule, where, message }) => `  ${rule}  ${where}\n    ${message}`);
  return findings.length === 0 ? [] : [...lines, words.findings(findings.length)];
}

/** In words, what will happen. */
function tell(deploying: Deploying, planned: readonly Planned[]): void {
  const { table, words, said } = deploying;
  for (const { stack, before, was, templates, differs } of planned) {
    if (!differs) {
      said.out(words.same(stack));
      continue;
    }
    const changes = plannedChanges(was, templates);
    said.out(before ? words.changed(stack) : words.isNew(stack));
    // Of a new one everything is new.
    for (const line of before ? words.changes(changes) : [words.counts(changes)]) said.out(`  ${line}`);
    if (before) said.out(`  ${words.data(changes.filter(({ holdsData }) => holdsData))}`);
  }
  const inUse = tableInUse(deploying, planned);
  if (inUse !== table) said.out(words.otherTable(inUse, table));
}

async function isWanted({ call, words, said, place }: Deploying): Promise<boolean> {
  if (call.yes) return true;
  const typed = await place.ask(words.question);
  if (typed !== undefined && words.isYes.test(typed.trim())) return true;
  said.err(typed === undefined ? words.nobodyAnswers : words.notDone);
  return false;
}

/** One stack after the other: what comes after one that fails is left. */
async function deploy(
  deploying: Deploying,
  planned: readonly Planned[],
  differing: readonly Planned[],
): Promise<number> {
  const { names, words, said, place } = deploying;
  keepWhereIs(deploying, planned);
  for (const one of differing) {
    said.out(words.deploying(one.stack));
    const call = cdkCall(deploying, one);
    if (isWatched(call)) said.out(words.watched(WATCHED_AFTER.minutes));
    const { code, outputs } = await place.cdk(call, one.region);
    keepOutputs(place.root, names.stage, outputs);
    if (code !== 0) {
      said.err(await failedAs(deploying, one));
      return 1;
    }
  }
  conclude(deploying, planned);
  return 0;
}

/** The CDK also fails before CloudFormation has begun, and where the connection breaks while it goes on: how the stack stands, only that can say. */
async function failedAs({ words, place }: Deploying, { stack, region, before }: Planned): Promise<string> {
  const found = await place
    .deployed(region)
    .find(stack)
    .catch(() => 'no answer' as const);
  if (found === 'no answer') return words.unknown(stack);
  if (found === undefined) return before ? words.unknown(stack) : words.notMade(stack);
  const { status } = found;
  if (NEVER_THERE.has(status)) return words.notMade(stack);
  if (status.endsWith('ROLLBACK_COMPLETE')) return words.takenBack(stack);
  if (status.endsWith('_IN_PROGRESS')) return words.stillGoesOn(stack, status);
  return status.endsWith('_FAILED') ? words.stuck({ stack, region, status }) : words.unknown(stack, status);
}

/** What is there already, for the commands that read it. */
function keepWhereIs({ names, place }: Deploying, planned: readonly Planned[]): void {
  const there = planned.flatMap(({ stack, before }) => (before ? [[stack, before.outputs] as const] : []));
  keepOutputs(place.root, names.stage, Object.fromEntries(there));
}

/** What only people can do. */
function conclude(
  { settings, names, language, words, said, place }: Deploying,
  planned: readonly Planned[],
): void {
  said.out(words.done);
  const isFirst = planned.every(({ before }) => before === undefined);
  const left = [
    ...(makesFirewall(settings) ? [words.nameFirewall(names.stage)] : []),
    ...(isFirst ? leftAfterDeploying(settings) : []).map((one) => SETUP_WORDS[language].toDo(one)),
    ...words.always(names.stage, place.today()),
  ];
  for (const [position, line] of left.entries()) said.out(`${position + 1}. ${line}`);
}

/** A firewall of its own is named to the app by whoever deploys it. */
const makesFirewall = ({ edge, region }: Settings): boolean =>
  edge !== undefined && edge.webAcl === undefined && region !== OF_CLOUDFRONT;

function leftAfterDeploying(settings: Settings) {
  const all = leftToDo(settings);
  return all.slice(all.findIndex((one) => one.do === 'deploy') + 1);
}
