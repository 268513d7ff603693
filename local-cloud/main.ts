#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { AssemblyError } from './assembly/assembly-error.js';
import { DataFolderDamaged, checkWhole } from './storage/check-data-folder.js';
import { DataFolderInUse } from './storage/data-folder-lock.js';
import { StorageFailure } from './storage/storage-failure.js';
import { keepHeapLean } from './lean-heap.js';
import { createLocalCloud } from './local-cloud.js';

const HELP = `Hosts a CDK cloud assembly on this machine, or an empty cloud.

  --assembly DIR   the synthesized assembly, such as cdk.out (default: none; tables and state machines can be made by clients)
  --port N         port of the HTTP API (default: 8080; 0 picks a free one)
  --aws-port N     port of the AWS endpoint (default: 4566; 0 picks a free one)
  --data DIR       keep everything in this folder (default: .local)
  --memory         keep nothing
  --check          say whether the data folder is whole, and end
  --sms-topic T    ARN or name of the topic for incoming texts (default: the output InboundSmsTopicArn)
  --dynamodb URL   use this DynamoDB instead of the embedded one
  --help
`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      assembly: { type: 'string' },
      port: { type: 'string', default: '8080' },
      'aws-port': { type: 'string', default: '4566' },
      data: { type: 'string', default: '.local' },
      memory: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      'sms-topic': { type: 'string' },
      dynamodb: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values;
}

/** Throws DataFolderDamaged or DataFolderInUse. */
async function check(folder: string): Promise<void> {
  const { files, bytes } = await checkWhole(folder);
  const found = files === 0 ? 'nothing is stored there' : `${files} files, ${bytes} bytes, all whole`;
  process.stdout.write(`${folder}: ${found}\n`);
}

async function run(): Promise<void> {
  const given = readArguments();
  if (given.help) {
    process.stdout.write(HELP);
    return;
  }
  if (given.check) {
    await check(given.data);
    return;
  }
  keepHeapLean();
  const cloud = await createLocalCloud({
    assembly: given.assembly,
    port: Number(given.port),
    awsPort: Number(given['aws-port']),
    data: given.memory ? undefined : given.data,
    smsTopic: given['sms-topic'],
    dynamodbEndpoint: given.dynamodb,
  });
  const api = cloud.url === '' ? '' : `${cloud.url}  `;
  process.stdout.write(`local cloud ready  ${api}(AWS endpoint ${cloud.endpoint})\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cloud.close().then(() => process.exit(0)));
}

/** An error that the operator can put right is told in one line; any other with its stack. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const kinds = [AssemblyError, DataFolderInUse, DataFolderDamaged, StorageFailure];
  const expected = kinds.some((kind) => error instanceof kind) || 'code' in error;
  return expected ? error.message : (error.stack ?? error.message);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
