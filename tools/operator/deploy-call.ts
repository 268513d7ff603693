import { parseArgs } from 'node:util';
import type { DeployedStack, Templates } from '../../adapters/deployed-stacks.js';
import type { Settings } from '../../infra/settings.js';
import type { StageNames } from '../../infra/stage-names.js';
import type { Finding } from '../templates/accepted.js';
import type { DEPLOY_WORDS } from './deploy-words.js';
import type { Deployment } from './deployment.js';
import type { MadeStack } from './made-stacks.js';
import { type Said, SHARED_OPTIONS } from './run-command.js';
import type { UpgradeRefused } from './upgrade.js';

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

export const readCall = (args: string[]) => {
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

/** One call of the command. */
export interface Deploying {
  readonly call: ReturnType<typeof readCall>;
  readonly settings: Settings;
  readonly names: StageNames;
  /** On which functions work afterwards. */
  readonly table: string;
  readonly language: keyof typeof DEPLOY_WORDS;
  readonly words: (typeof DEPLOY_WORDS)['en'];
  readonly said: Said;
  readonly place: DeployPlace;
}
