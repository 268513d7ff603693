import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '../domain/words/language.js';
import { languageIn, languageOf } from './language.js';
import type { Town } from '../domain/town/schema.js';
import { readTown } from '../towns/read-town.js';
import { COUNTED, type TownWords, WORDS } from './town-words.js';
import { readTownTexts } from '../towns/read-town-texts.js';
import { COMMAND_WORDS } from './operator/command-words.js';
import { DeploymentUnknown, findDeployment, outputOf, type Place } from './operator/deployment.js';
import { textTable } from './text-table.js';
import { problemTable } from './town-problem-table.js';

const COMMANDS = ['check', 'lint', 'import', 'carrier'] as const;
type Command = (typeof COMMANDS)[number];
const isCommand = (word: string | undefined): word is Command => COMMANDS.some((one) => one === word);

interface Call {
  readonly command: Command;
  readonly dir: string;
  /** The deployment that is meant; nobody asks for one who only checks. */
  readonly place: Place;
  readonly language: Language;
  /** Of `carrier`: not a secret is kept, but a path made. */
  readonly receive: boolean;
  /** What is kept already is replaced. */
  readonly yes: boolean;
}

/** Exit codes: 0 done, 1 the town or its texts have problems, or it could not be stored, 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  const call = readCall(args);
  if (typeof call === 'number') return call;
  const words = WORDS[call.language];
  if (call.command === 'lint') return lint(call, words);
  if (call.command === 'carrier') return call.receive ? openDoor(call, words) : keepCarrier(call, words);
  const read = readTown(call.dir);
  if (!read.ok) {
    console.error(problemTable(read.problems, call.language));
    console.error(words.problems(read.problems.length, call.command === 'import'));
    return 1;
  }
  console.log(`${words.correct(call.dir)} ${counts(read.town, words)}`);
  return call.command === 'check' ? 0 : store(read.town, call, words);
}

function readCall(args: string[]): Call | number {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        stage: { type: 'string' },
        outputs: { type: 'string' },
        endpoint: { type: 'string' },
        receive: { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const language = languageOf(values.lang);
    if (values.help) {
      console.log(WORDS[language].usage);
      return 0;
    }
    const [command, dir, ...rest] = positionals;
    const { receive, yes, stage, outputs, endpoint } = values;
    const isOfCarrier = receive || yes;
    if (
      !isCommand(command) ||
      dir === undefined ||
      rest.length > 0 ||
      (isOfCarrier && command !== 'carrier')
    ) {
      console.error(WORDS[language].usage);
      return 2;
    }
    return { command, dir, place: { stage, outputs, endpoint }, language, receive, yes };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(WORDS[languageIn(args)].usage);
    return 2;
  }
}

/** Prints every text with its size and what is wrong with it. */
function lint({ dir, language }: Call, words: TownWords): number {
  const { texts, problems } = readTownTexts(dir);
  if (texts.length > 0) console.log(textTable(texts, language));
  if (problems.length > 0) console.error(problemTable(problems, language));
  const wrong = problems.length + texts.reduce((sum, text) => sum + text.problems.length, 0);
  if (wrong > 0) console.error(words.problems(wrong, false));
  else console.log(words.texts.correct(texts.length));
  return wrong > 0 ? 1 : 0;
}

const counts = (town: Town, words: TownWords): string =>
  COUNTED.map((part) => `${town[part].length} ${words.parts[part]}`).join(', ');

/** Where the table of the deployment that is meant is; which one is said, but for what goes to a file or a pipe. Throws DeploymentUnknown. */
async function openTable({ place, language }: Call): Promise<{ table: string; endpoint?: string }> {
  const deployment = await findDeployment(place);
  if (deployment.stage) console.error(COMMAND_WORDS[language].worksOn(deployment.stage));
  const { endpoint } = deployment;
  return { table: outputOf(deployment, 'TableName'), ...(endpoint === undefined ? {} : { endpoint }) };
}

/** Does what stores something; what keeps it from that is said. */
async function storing(call: Call, words: TownWords, store: () => Promise<number>): Promise<number> {
  try {
    return await store();
  } catch (error) {
    if (error instanceof DeploymentUnknown) {
      console.error(COMMAND_WORDS[call.language].unknown(error));
      return error.missing === undefined ? 2 : 1;
    }
    console.error(words.notStored(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}

/** Keeps what the town's HTTP carrier knows it by, read from standard input so that it stands in no history of a shell. */
async function keepCarrier(call: Call, words: TownWords): Promise<number> {
  const read = readTown(call.dir);
  const carrier = read.ok ? read.town.settings.sms.carrier : undefined;
  const token = readFileSync(0, 'utf8').trim();
  if (!read.ok || carrier?.kind !== 'http' || token === '') {
    console.error(words.carrier.missing);
    return 1;
  }
  return storing(call, words, async () => {
    const { createCarrierSecretStore } = await import('../adapters/carrier-secret-store.js');
    const secrets = createCarrierSecretStore(await openTable(call));
    const { id } = read.town.settings;
    const { origin } = new URL(carrier.url);
    const kept = await secrets.find(id, carrier.url);
    if (kept !== undefined && kept !== token && !call.yes) {
      console.error(words.carrier.replaces(id, origin));
      return 1;
    }
    await secrets.keep(id, { token, address: carrier.url });
    console.log(words.carrier.kept(id, origin));
    return 0;
  });
}

/** Makes the path at which the town's carrier hands over texts. It alone goes to standard output, for a file or a pipe. */
async function openDoor(call: Call, words: TownWords): Promise<number> {
  const read = readTown(call.dir);
  const carrier = read.ok ? read.town.settings.sms.carrier : undefined;
  if (!read.ok || carrier?.kind !== 'http' || !carrier.inbound) {
    console.error(words.carrier.receivesNothing);
    return 1;
  }
  return storing(call, words, async () => {
    const { createCarrierPathStore } = await import('../adapters/carrier-path-store.js');
    const paths = createCarrierPathStore(await openTable(call));
    const { id } = read.town.settings;
    if ((await paths.hash(id)) !== undefined && !call.yes) {
      console.error(words.carrier.ends(id));
      return 1;
    }
    console.log(`/carrier/${await paths.renew(id)}`);
    console.error(words.carrier.opened(id));
    return 0;
  });
}

/** The store is loaded only to import: a check needs no AWS client. */
const store = (town: Town, call: Call, words: TownWords): Promise<number> =>
  storing(call, words, async () => {
    const { createTownStore } = await import('../adapters/town-store.js');
    const townStore = createTownStore(await openTable(call));
    const { id } = town.settings;
    const isThere = (await townStore.all()).some((one) => one.id === id);
    const [before] = isThere ? await townStore.versions(id) : [];
    const { version } = await townStore.importTown(town, { at: Date.now() });
    console.log(words.imported(id, version));
    if (before?.name !== undefined) console.log(words.madeInConsole(before.version, before.name));
    return 0;
  });

// The notice that the SDK will drop this Node in 2027 is not for whoever imports a town.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
process.exitCode = await main(process.argv.slice(2));
