import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { DeployedStack, Templates } from '../../adapters/deployed-stacks.js';
import { readSettings } from '../../infra/read-settings.js';
import { alarmsOfRelease, WATCHED_AFTER } from '../../infra/monitoring/alarms-of-release.js';
import { isInChina, LOCAL, OF_CLOUDFRONT, type Settings } from '../../infra/settings.js';
import { stageNames } from '../../infra/stage-names.js';
import { languageOf } from '../language.js';
import { leftToDo } from '../setup/left-to-do.js';
import { WORDS as SETUP_WORDS } from '../setup/words.js';
import type { Finding } from '../templates/accepted.js';
import { asAnswered, plannedChanges } from '../templates/planned-changes.js';
import { type ComparedTemplate, refusedChanges } from '../templates/refused-changes.js';
import { DEPLOY_WORDS } from './deploy-words.js';
import { COMMAND_WORDS } from './command-words.js';
import { type Deployment, DeploymentUnknown } from './deployment.js';
import { doorKeyBefore, doorKeysTaken } from './door-keys-taken.js';
import { keepOutputs } from './kept-outputs.js';
import type { MadeStack } from './made-stacks.js';
import { type Said, sayUsage, SHARED_OPTIONS } from './run-command.js';
import type { UpgradeRefused } from './upgrade.js';

type Words = (typeof DEPLOY_WORDS)['en'];

/** What the command does outside of itself. */
export interface DeployPlace {
  /** Where the folder `settings` is, and where outputs are kept. */
  readonly root: string;
  /** Builds the functions and makes the templates; answers what is wrong with them. Throws for what cannot be made at all. */
  make(settings: Settings, isWatched: boolean): Promise<readonly Finding[]>;
  /** What was made, in the order of deployment. */
  made(stage: string): readonly MadeStack[];
  /** What is deployed of a region. */
  deployed(region: string): {
    find(name: string): Promise<DeployedStack | undefined>;
    templates(name: string): Promise<Templates>;
  };
  /** What deploying what was made would take from executions in flight and from the table in use. */
  upgrade(deployment: Deployment): Promise<UpgradeRefused>;
  /** Whether there is a table of this name, and it can be used. */
  hasTable(name: string): Promise<boolean>;
  /** Runs the CDK's command line; answers its exit code and, of what it deployed, the outputs. */
  cdk(
    args: readonly string[],
    region: string,
  ): Promise<{ readonly code: number; readonly outputs: Readonly<Record<string, Record<string, string>>> }>;
  /** The commit that is checked out; undefined where there is none. */
  commit(): { readonly id: string; readonly isChanged: boolean } | undefined;
  /** Says a question and answers the line that is typed; undefined where nobody types. */
  ask(question: string): Promise<string | undefined>;
  today(): string;
}

const readCall = (args: string[]) => {
  const { stage, lang, help } = SHARED_OPTIONS;
  return parseArgs({
    args,
    options: {
      stage,
      lang,
      help,
      yes: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'at-once': { type: 'boolean', default: false },
      'app-alone': { type: 'boolean', default: false },
      table: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  }).values;
};
type Call = ReturnType<typeof readCall>;

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
  return new Deploying(call, settings, { words, said, place, language }).run();
}

interface Around {
  readonly words: Words;
  readonly said: Said;
  readonly place: DeployPlace;
  readonly language: keyof typeof DEPLOY_WORDS;
}

/** One stack beside what is there of it; templates of both as CloudFormation answers them. */
interface Planned extends MadeStack {
  readonly region: string;
  readonly before: DeployedStack | undefined;
  readonly was: Templates;
  readonly differs: boolean;
}

/** What a stack is that CloudFormation took back before it was ever there: the CDK deletes it first. */
const NEVER_THERE: ReadonlySet<string> = new Set(['ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS']);

/** One call: it looks, says, asks, and then deploys. */
class Deploying {
  private readonly stage: string;
  /** On which functions work afterwards. */
  private readonly table: string;

  constructor(
    private readonly call: Call,
    private readonly settings: Settings,
    private readonly around: Around,
  ) {
    this.stage = settings.stage;
    this.table = settings.table ?? stageNames(settings.stage)('records');
  }

  async run(): Promise<number> {
    const { words, said, place, language } = this.around;
    const { region, account } = this.settings;
    said.out(COMMAND_WORDS[language].worksOn({ name: this.stage, region }));
    const commit = place.commit();
    if (commit) said.out(words.commit(commit));
    if (!(await this.isReady())) return 1;
    said.out(words.making);
    const findings = await place.make(this.settings, !this.call['at-once']);
    for (const { rule, where, message } of findings) said.err(`  ${rule}  ${where}\n    ${message}`);
    if (findings.length > 0) {
      said.err(words.findings(findings.length));
      return 1;
    }
    const planned = await this.plan();
    if (!this.mayGoOn(planned, account)) return 1;
    this.tell(planned);
    const goesOn = this.goesOn(planned);
    if (!(await this.takesNothing(planned)) || !goesOn) return 1;
    const differing = planned.filter(({ differs }) => differs);
    if (differing.length === 0) {
      this.keep(planned);
      said.out(words.nothing);
      return 0;
    }
    if (this.call['dry-run']) {
      said.out(words.dryRun);
      return 0;
    }
    if (!(await this.isWanted())) return 1;
    return this.deploy(planned, differing);
  }

  /** What must be there before anything is. */
  private async isReady(): Promise<boolean> {
    const { words, said, place } = this.around;
    const { region, edge, table } = this.settings;
    const regions = edge && region !== OF_CLOUDFRONT ? [region, OF_CLOUDFRONT] : [region];
    const without = [];
    for (const one of regions)
      if ((await place.deployed(one).find('CDKToolkit')) === undefined) without.push(one);
    for (const one of without) said.err(words.noBootstrap(one, this.settings));
    // A name that no table has would be made a new one, empty.
    const isTableMissing = table !== undefined && !(await place.hasTable(table));
    if (isTableMissing) said.err(words.noTable(table, this.stage));
    return without.length === 0 && !isTableMissing;
  }

  /** What was made beside what is there. */
  private async plan(): Promise<Planned[]> {
    const { place } = this.around;
    const planned: Planned[] = [];
    const isMeant = ({ stack }: MadeStack) =>
      !this.call['app-alone'] || stack === stageNames(this.stage)('app');
    for (const made of place.made(this.stage).filter(isMeant)) {
      const isFirewall = made.stack === stageNames(this.stage)('firewall');
      const region = isFirewall ? OF_CLOUDFRONT : this.settings.region;
      const deployed = place.deployed(region);
      const found = await deployed.find(made.stack);
      const before = found && !NEVER_THERE.has(found.status) ? found : undefined;
      const was = asAnswered(before ? await deployed.templates(made.stack) : new Map());
      const templates = asAnswered(made.templates);
      const differs = before === undefined || !isDeepStrictEqual(was, templates);
      planned.push({ ...made, templates, region, before, was, differs });
    }
    return planned;
  }

  /** Whether CloudFormation would take an update of each, in this account. */
  private mayGoOn(planned: readonly Planned[], account: string | undefined): boolean {
    const { words, said } = this.around;
    const there = planned.flatMap(({ stack, region, before }) =>
      before ? [{ stack, region, ...before }] : [],
    );
    const wrong = there.flatMap((one) => {
      if (account !== undefined && one.account !== account) return [words.otherAccount(one.account, account)];
      if (one.status.endsWith('_IN_PROGRESS')) return [words.busy(one.stack, one.status)];
      return one.status.endsWith('_FAILED') ? [words.stuck(one)] : [];
    });
    for (const line of new Set(wrong)) said.err(line);
    if (this.call['app-alone'] && there.length === 0) {
      said.err(words.noAppYet);
      return false;
    }
    return wrong.length === 0;
  }

  /** In words, what will happen. */
  private tell(planned: readonly Planned[]): void {
    const { words, said } = this.around;
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
  }

  /**
   * Functions must find what they found, and callers must come in. A checkout whose settings are behind would have them go back to the table from before a
   * restore, or be shown a key that they do not take.
   */
  private goesOn(planned: readonly Planned[]): boolean {
    const { words, said } = this.around;
    const names = stageNames(this.stage);
    const app = planned.find(({ stack }) => stack === names('app'));
    const [next, named, stage] = [this.table, this.call.table, this.stage];
    const inUse = app?.before?.outputs['TableName'] ?? next;
    const refused: string[] = [];
    if (inUse !== next) said.out(words.otherTable(inUse, next));
    if (named === undefined && inUse !== next) refused.push(words.nameTable(next, stage));
    if (named !== undefined && named !== next) refused.push(words.tableOfSettings(named, next, stage));
    const doorKey = this.settings.edge && (this.settings.edge.doorKey ?? 1);
    const first = doorKey && doorKeyBefore(doorKey, doorKeysTaken(app?.was ?? new Map(), names));
    if (doorKey && first) refused.push(words.doorKeyFirst(doorKey, first, stage));
    for (const line of refused) said.err(line);
    return refused.length === 0;
  }

  /** Nothing of what is kept may go, and nothing that executions in flight need unless that is wanted. */
  private async takesNothing(planned: readonly Planned[]): Promise<boolean> {
    const { words, said, place } = this.around;
    const names = stageNames(this.stage);
    const of = (stack: string) => planned.find((one) => one.stack === stack);
    const [data, app] = [of(names('data')), of(names('app'))];
    const refused = data?.before ? this.lostBy(data) : [];
    const isExported = data?.before !== undefined && this.letsGoOfUsed(data, app);
    if (isExported) said.err(words.tableFirst(this.table, this.stage));
    let inFlight: readonly string[] = [];
    if (app?.before) {
      const own = data ? data.before : await place.deployed(this.settings.region).find(names('data'));
      const outputs = { ...own?.outputs, ...app.before.outputs };
      const taken = await place.upgrade({
        outputs,
        stage: { name: this.stage, region: this.settings.region },
        now: () => Promise.resolve(Date.now()),
      });
      ({ inFlight } = taken);
      // The table of a newer data stack stays as it is where the app alone goes back.
      if (data) refused.push(...taken.table);
    }
    const kept = [...new Set(refused)];
    for (const line of [...kept, ...inFlight]) said.err(`  ${line}`);
    if (kept.length > 0) said.err(words.refusedData);
    if (inFlight.length > 0) said.err(this.call.force ? words.forced : words.refusedInFlight);
    return !isExported && kept.length === 0 && (inFlight.length === 0 || this.call.force);
  }

  /** What the data stack would lose. A table that is used no more may leave it: it stays where it is. */
  private lostBy({ was, templates }: Planned): string[] {
    const before = was.get('') as ComparedTemplate;
    const unused = Object.entries(before.Resources).flatMap(([id, { Type, Properties }]) =>
      Type === 'AWS::DynamoDB::Table' && Properties?.['TableName'] !== this.table ? [id] : [],
    );
    const isKept = (line: string) =>
      !unused.some((id) => line.includes(id) && /would be left behind|is exported/.test(line));
    return refusedChanges(before, templates.get('') as ComparedTemplate).filter(isKept);
  }

  /** Whether the data stack, which is deployed first, would stop exporting its own table while the app still imports it. */
  private letsGoOfUsed({ templates }: Planned, app: Planned | undefined): boolean {
    const { Resources } = templates.get('') as ComparedTemplate;
    const own = stageNames(this.stage)('records');
    return (
      app?.before?.outputs['TableName'] === own &&
      !Object.values(Resources).some(({ Properties }) => Properties?.['TableName'] === own)
    );
  }

  private async isWanted(): Promise<boolean> {
    const { words, said, place } = this.around;
    if (this.call.yes) return true;
    const typed = await place.ask(words.question);
    if (typed !== undefined && words.isYes.test(typed.trim())) return true;
    said.err(typed === undefined ? words.nobodyAnswers : words.notDone);
    return false;
  }

  /** One stack after the other: what comes after one that fails is left. */
  private async deploy(planned: readonly Planned[], differing: readonly Planned[]): Promise<number> {
    const { words, said, place } = this.around;
    this.keep(planned);
    for (const one of differing) {
      said.out(words.deploying(one.stack));
      if (this.isWatched(one)) said.out(words.watched(WATCHED_AFTER.minutes));
      const { code, outputs } = await place.cdk(this.cdkCall(one), one.region);
      keepOutputs(place.root, this.stage, outputs);
      if (code !== 0) {
        said.err(await this.failedAs(one));
        return 1;
      }
    }
    this.conclude(planned);
    return 0;
  }

  /** The CDK also fails before CloudFormation has begun, and where the connection breaks while it goes on: how the stack stands, only that can say. */
  private async failedAs({ stack, region, before }: Planned): Promise<string> {
    const { words, place } = this.around;
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

  private cdkCall(planned: Planned): readonly string[] {
    const names = stageNames(this.stage);
    const { id, stack, before, was, templates } = planned;
    const takesIn =
      stack === names('data') &&
      before !== undefined &&
      plannedChanges(was, templates).some(({ kind, does }) => kind === 'tables' && does === 'adds');
    return [
      'deploy',
      id,
      '--exclusively',
      // It was asked for here.
      '--require-approval=never',
      ...(takesIn ? ['--import-existing-resources'] : []),
      ...(stack === names('app') ? this.watch(planned) : []),
    ];
  }

  private isWatched(planned: Planned): boolean {
    return this.cdkCall(planned).some((arg) => arg.startsWith('--monitoring-time'));
  }

  /**
   * Has CloudFormation watch some alarms, which were there before and stay: one that is not there fails the update. It remembers them for the next one, so
   * that none is said, too.
   */
  private watch({ before, was, templates }: Planned): readonly string[] {
    const { region } = this.settings;
    const isIn = (all: Templates, alarm: string) =>
      [...all.values()].some((template) => JSON.stringify(template).includes(`"AlarmName":"${alarm}"`));
    const alarms = alarmsOfRelease(stageNames(this.stage))
      .filter((alarm) => isIn(was, alarm) && isIn(templates, alarm))
      .slice(0, WATCHED_AFTER.alarms);
    if (before === undefined || this.call['at-once'] || alarms.length === 0)
      return ['--rollback-trigger-alarm-arns=none'];
    const partition = isInChina(region) ? 'aws-cn' : 'aws';
    return [
      ...alarms.map(
        (alarm) =>
          `--rollback-trigger-alarm-arns=arn:${partition}:cloudwatch:${region}:${before.account}:alarm:${alarm}`,
      ),
      `--monitoring-time-minutes=${WATCHED_AFTER.minutes}`,
    ];
  }

  /** What is there already, for the commands that read it. */
  private keep(planned: readonly Planned[]): void {
    const there = planned.flatMap(({ stack, before }) => (before ? [[stack, before.outputs] as const] : []));
    keepOutputs(this.around.place.root, this.stage, Object.fromEntries(there));
  }

  private conclude(planned: readonly Planned[]): void {
    const { words, said, place, language } = this.around;
    const isFirst = planned.every(({ before }) => before === undefined);
    said.out(words.done);
    const all = leftToDo(this.settings);
    const after = isFirst ? all.slice(all.findIndex((one) => one.do === 'deploy') + 1) : [];
    const firewall = this.settings.edge && this.settings.edge.webAcl === undefined;
    const left = [
      ...(firewall && this.settings.region !== OF_CLOUDFRONT ? [words.nameFirewall(this.stage)] : []),
      ...after.map((one) => SETUP_WORDS[language].toDo(one)),
      ...words.always(this.stage, place.today()),
    ];
    for (const [position, line] of left.entries()) said.out(`${position + 1}. ${line}`);
  }
}
