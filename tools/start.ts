import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { StorageFailure } from '@small-grid/local-cloud/data-folder';
import { endWithParent } from './end-with-parent.js';
import type { Hosted } from './host-small-grid.js';
import { onAsked } from './on-asked.js';
import { OptionError, readStartOptions, type StartOptions } from './start-options.js';
import { startWords } from './start-words.js';

const ROOT = join(import.meta.dirname, '..');
endWithParent();
const words = startWords(process.env);

// The SDK in the functions warns that it will need a newer Node some day; the pinned one does not.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

async function host(options: StartOptions): Promise<Hosted> {
  const { keepHeapLean } = await import('@small-grid/local-cloud');
  keepHeapLean();
  const { hostAssembly, hostSmallGrid } = await import('./host-small-grid.js');
  const onOutage = (failure?: StorageFailure) => console.error(outageWords(failure));
  if (options.assembly !== undefined)
    return hostAssembly(options.assembly, options, { onOutage, ...ownOptions(options) });
  const { noteOf, openFolder } = await import('./data-folder.js');
  return openFolder(options.data, noteOf(ROOT), () =>
    hostSmallGrid(
      ROOT,
      // What is swapped while it runs are the files of pages that functions serve.
      { ...options, edge: !options.watch },
      {
        onStale: () => console.log(words.stale),
        onImport: (folder) => console.log(words.importing(folder)),
        onLearn: (folder) => console.log(words.learning(folder)),
        onOutage,
      },
      ownOptions(options),
    ),
  );
}

/** A debugger follows functions in this process; their numbers stay ones that nobody can foresee. */
const ownOptions = ({ log, inspect }: StartOptions) => ({
  ...(log ? { logLevel: 'debug' as const } : {}),
  ...(inspect ? { simulation: { seed: randomUUID() } } : {}),
});

/** Starts the help for whoever changes the sources. The returned function ends it. */
async function developWith({ watch, inspect }: StartOptions, { watched }: Hosted): Promise<() => unknown> {
  const nothing = () => undefined;
  if (watched === undefined) return nothing;
  if (inspect) {
    const { inspectFunctions } = await import('./watch/inspect-functions.js');
    console.log(words.inspecting((await inspectFunctions(ROOT, watched)) ?? ''));
  }
  if (!watch) return nothing;
  const { watchTown } = await import('./watch/watch-town.js');
  const end = await watchTown(ROOT, watched, {
    onSwapped: (what, milliseconds) => console.log(words.swapped(what, milliseconds)),
    onRedeployed: (milliseconds) => console.log(words.redeployed(milliseconds)),
    onTown: (folders) => console.log(words.townChanged(folders)),
    onBroken: (error) => console.error(words.broken(error instanceof Error ? error.message : String(error))),
  });
  console.log(words.watching);
  return end;
}

const outageWords = (failure: StorageFailure | undefined): string =>
  failure === undefined
    ? words.outageOver
    : `${words.storage[failure.kind](failure.folder, failure.said)}\n${words.outage}`;

function announce({ cloud, phones, console: consolePages }: Hosted): void {
  if (consolePages !== undefined) {
    console.log(`\n${words.begin}\n  ${cloud.endpoint}/_local/pages/phones/\n`);
    for (const { town, url } of phones) console.log(`${words.phones(town[words.language])}  ${url}`);
    console.log(`${words.residents}  ${cloud.url}`);
    console.log(`${words.staff}  ${cloud.url}/staff`);
    console.log(`${words.console}  ${consolePages}`);
  }
  const name = phones.length === 0 ? 'local cloud' : 'small-grid';
  console.log(`${name} ready  ${cloud.url}  (AWS endpoint ${cloud.endpoint})`);
}

/** How often the alarms are looked at, by the machine's clock. Milliseconds. */
const LOOKED_AT_EVERY = 10_000;

/** Says when an alarm is raised, in its own words, and when it is over. Composites only repeat others. */
function watchAlarms({ cloud }: Hosted): void {
  let before = new Set<string>();
  const look = () => {
    const raised = cloud
      .alarms()
      .filter(({ state, description }) => state === 'ALARM' && description.includes('\n'));
    for (const { name, description } of raised)
      if (!before.has(name)) console.log(`\n${words.alarm(name)}\n${description}\n`);
    const now = new Set(raised.map(({ name }) => name));
    for (const name of before) if (!now.has(name)) console.log(words.alarmOver(name));
    before = now;
  };
  setInterval(look, LOOKED_AT_EVERY).unref();
}

/** Ends cleanly when asked to: what is under way is finished and stored. Asked again, it ends at once. */
function closeOnSignal(end: () => Promise<void>): void {
  const close = onAsked({
    first: () => {
      console.log(words.stopping);
      void end().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    },
    again: () => process.exit(1),
  });
  process.on('SIGINT', close);
  process.on('SIGTERM', close);
}

/** The port that was not free, when that is what an error is about; the host quotes Node's own words. */
function busyPort(error: unknown): string | undefined {
  return error instanceof Error ? /EADDRINUSE.*:(\d+)/.exec(error.message)?.[1] : undefined;
}

/** The error in the data folder, where an error is about that. */
async function explainStorage(error: unknown): Promise<string | undefined> {
  const { DataFolderDamaged, DataFolderInUse, StorageFailure } =
    await import('@small-grid/local-cloud/data-folder');
  if (error instanceof DataFolderInUse) return words.inUse(error.folder, error.pid);
  if (error instanceof StorageFailure) return words.storage[error.kind](error.folder, error.said);
  if (!(error instanceof DataFolderDamaged)) return undefined;
  return words.damaged(
    error.folder,
    error.damages.map(({ file, what }) => `${file}: ${what}`),
  );
}

async function check(folder: string): Promise<void> {
  const { checkWhole } = await import('@small-grid/local-cloud/data-folder');
  const { files, bytes } = await checkWhole(folder);
  console.log(
    files === 0 ? words.nothingStored(folder) : words.whole(folder, files, (bytes / 1e6).toFixed(1)),
  );
}

async function explain(error: unknown): Promise<string> {
  const port = busyPort(error);
  if (port !== undefined) return words.portInUse(port);
  if (error instanceof OptionError) return words.badOption(error.message);
  const storage = await explainStorage(error);
  if (storage !== undefined) return storage;
  const { TownFolderError } = await import('./hosted-towns.js');
  if (error instanceof TownFolderError) {
    const { problemTable } = await import('./town-problem-table.js');
    return `${words.townProblems(error.folder)}\n${problemTable(error.problems, words.language)}`;
  }
  const { OtherVersionsFolder } = await import('./data-folder.js');
  if (error instanceof OtherVersionsFolder) return words.otherVersion(error);
  return error instanceof Error ? error.message : String(error);
}

async function fail(error: unknown): Promise<never> {
  console.error(await explain(error));
  process.exit(1);
}

try {
  const options = readStartOptions(process.argv.slice(2));
  if (options.help) {
    console.log(words.help);
  } else if (options.check && options.data !== undefined) {
    await check(options.data);
  } else {
    const hosted = await host(options);
    let endDeveloping: () => unknown = () => undefined;
    closeOnSignal(async () => {
      await endDeveloping();
      await hosted.close();
    });
    endDeveloping = await developWith(options, hosted);
    announce(hosted);
    watchAlarms(hosted);
  }
} catch (error) {
  await fail(error);
}
