import { operatorServices } from '../../adapters/operator-services.js';
import { languageIn, languageOf } from '../language.js';
import { COMMAND_WORDS } from './command-words.js';
import { type Deployment, DeploymentUnknown, findDeployment, outputOf, type Place } from './deployment.js';

/** The options that all of an operator's commands take. */
export const SHARED_OPTIONS = {
  stage: { type: 'string' },
  outputs: { type: 'string' },
  endpoint: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Where a command says what it does. */
export interface Said {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const TERMINAL: Said = {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
};

export type Command = (args: string[], said: Said) => Promise<number>;

/** Says how a command is called, because `--help` asks or because it was called wrongly; answers the exit code. */
export function sayUsage(said: Said, usage: string, help = true): number {
  (help ? said.out : said.err)(usage);
  return help ? 0 : 2;
}

/** The deployment that a call means, named before anything is done to it. */
export async function openDeployment(
  place: Place & { readonly lang?: string | undefined },
  said: Said,
): Promise<Deployment> {
  const deployment = await findDeployment(place);
  if (deployment.stage) said.out(COMMAND_WORDS[languageOf(place.lang)].worksOn(deployment.stage));
  return deployment;
}

/** What a command works with in this deployment. Throws DeploymentUnknown where an output is missing. */
export const servicesOf = (deployment: Deployment): ReturnType<typeof operatorServices> =>
  operatorServices({
    table: outputOf(deployment, 'TableName'),
    deadLetters: outputOf(deployment, 'DeadLettersUrl'),
    endpoint: deployment.endpoint,
  });

const isCalledWrongly = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  String(error.code).startsWith('ERR_PARSE_ARGS');

/** Exit code 0: done; 1: there is something to do, or it could not be done; 2: called wrongly. */
export async function exitCodeOf(run: Command, args: string[], said: Said): Promise<number> {
  try {
    return await run(args, said);
  } catch (error) {
    const words = COMMAND_WORDS[languageIn(args)];
    const why = error instanceof Error ? error.message : String(error);
    if (error instanceof DeploymentUnknown) {
      said.err(words.unknown(error));
      return error.missing === undefined ? 2 : 1;
    }
    if (error instanceof Error && error.name === 'CredentialsProviderError') {
      said.err(words.noCredentials);
      return 1;
    }
    said.err(isCalledWrongly(error) ? words.calledWrongly(why) : why);
    return isCalledWrongly(error) ? 2 : 1;
  }
}

export async function runCommand(run: Command): Promise<void> {
  // The notice that the SDK will drop this Node in 2027 is not for whoever mends a town.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  process.exitCode = await exitCodeOf(run, process.argv.slice(2), TERMINAL);
}
