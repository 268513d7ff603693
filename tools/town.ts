import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Language } from '../domain/words/language.js';
import { languageOf } from './language.js';
import type { Town } from '../domain/town/schema.js';
import { readTown } from '../towns/read-town.js';
import { COUNTED, type TownWords, WORDS } from './town-words.js';
import { ENVIRONMENT } from '../adapters/environment.js';
import { readTownTexts } from '../towns/read-town-texts.js';
import { textTable } from './text-table.js';
import { problemTable } from './town-problem-table.js';

const COMMANDS = ['check', 'lint', 'import', 'carrier'] as const;
type Command = (typeof COMMANDS)[number];
const isCommand = (word: string | undefined): word is Command => COMMANDS.some((one) => one === word);

interface Call {
  readonly command: Command;
  readonly dir: string;
  readonly endpoint: string | undefined;
  readonly table: string;
  readonly language: Language;
  /** Of `carrier`: not a secret is kept, but a path made. */
  readonly receive: boolean;
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
  const fallback = languageOf();
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        endpoint: { type: 'string' },
        table: { type: 'string' },
        receive: { type: 'boolean', default: false },
        lang: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const language = values.lang === undefined ? fallback : languageOf(values.lang);
    if (values.help) {
      console.log(WORDS[language].usage);
      return 0;
    }
    const [command, dir, ...rest] = positionals;
    const { receive } = values;
    if (!isCommand(command) || dir === undefined || rest.length > 0 || (receive && command !== 'carrier')) {
      console.error(WORDS[language].usage);
      return 2;
    }
    const table = values.table ?? process.env[ENVIRONMENT.table] ?? 'small-grid';
    return { command, dir, endpoint: values.endpoint, table, language, receive };
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error(WORDS[fallback].usage);
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

/** Keeps what the town's HTTP carrier knows it by, read from standard input so that it stands in no history of a shell. */
async function keepCarrier({ dir, table, endpoint }: Call, words: TownWords): Promise<number> {
  const read = readTown(dir);
  const carrier = read.ok ? read.town.settings.sms.carrier : undefined;
  const token = readFileSync(0, 'utf8').trim();
  if (!read.ok || carrier?.kind !== 'http' || token === '') {
    console.error(words.carrier.missing);
    return 1;
  }
  try {
    const { createCarrierSecretStore } = await import('../adapters/carrier-secret-store.js');
    const secrets = createCarrierSecretStore({ table, ...(endpoint === undefined ? {} : { endpoint }) });
    await secrets.keep(read.town.settings.id, { token, address: carrier.url });
    console.log(words.carrier.kept(read.town.settings.id, new URL(carrier.url).origin));
    return 0;
  } catch (error) {
    console.error(words.notStored(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}

/** Makes the path at which the town's carrier hands over texts. It alone goes to standard output, for a file or a pipe. */
async function openDoor({ dir, table, endpoint }: Call, words: TownWords): Promise<number> {
  const read = readTown(dir);
  const carrier = read.ok ? read.town.settings.sms.carrier : undefined;
  if (!read.ok || carrier?.kind !== 'http' || !carrier.inbound) {
    console.error(words.carrier.receivesNothing);
    return 1;
  }
  try {
    const { createCarrierPathStore } = await import('../adapters/carrier-path-store.js');
    const paths = createCarrierPathStore({ table, ...(endpoint === undefined ? {} : { endpoint }) });
    console.log(`/carrier/${await paths.renew(read.town.settings.id)}`);
    console.error(words.carrier.opened(read.town.settings.id));
    return 0;
  } catch (error) {
    console.error(words.notStored(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}

/** The store is loaded only to import: a check needs no AWS client. */
async function store(town: Town, { table, endpoint }: Call, words: TownWords): Promise<number> {
  try {
    const { createTownStore } = await import('../adapters/town-store.js');
    const townStore = createTownStore({ table, ...(endpoint === undefined ? {} : { endpoint }) });
    const { version } = await townStore.importTown(town, { at: Date.now() });
    console.log(words.imported(town.settings.id, version));
    return 0;
  } catch (error) {
    console.error(words.notStored(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}

// The notice that the SDK will drop this Node in 2027 is not for whoever imports a town.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
process.exitCode = await main(process.argv.slice(2));
