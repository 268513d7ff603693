import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';

const OWN_BUFFERS = pathToFileURL(join(import.meta.dirname, '../lambda/own-buffers.mjs')).href;
const BODY = randomBytes(3_000_000);
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Asks twice on one connection, and stops in the middle of each answer for a moment. */
const READER = `
  import { readIntoOwnBuffers } from ${JSON.stringify(OWN_BUFFERS)};
  import { Agent, request } from 'node:http';
  import { createHash } from 'node:crypto';
  import { parentPort, workerData } from 'node:worker_threads';
  readIntoOwnBuffers();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ask = () => new Promise((resolve, reject) => {
    const asked = request({ port: workerData, agent, method: 'POST' }, (answer) => {
      const hash = createHash('sha256');
      let stopped = false;
      answer.on('data', (chunk) => {
        hash.update(chunk);
        if (stopped) return;
        stopped = true;
        answer.pause();
        setImmediate(() => answer.resume());
      });
      answer.on('end', () => resolve(hash.digest('hex')));
    });
    asked.on('error', reject);
    asked.end('x'.repeat(500_000));
  });
  const first = await ask();
  parentPort.postMessage([first, await ask()]);
`;

let server: Server;
let connections = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume().on('end', () => response.end(BODY));
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
});
afterAll(() => server.close());

it('what comes over a connection that reads into a buffer of its own comes whole, also to whoever is slow to take it', async () => {
  const { port } = server.address() as AddressInfo;
  const source = `data:text/javascript,${encodeURIComponent(READER)}`;
  const worker = new Worker(new URL(source), { workerData: port });
  const answers = await new Promise<string[]>((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
  });
  await worker.terminate();
  expect(answers).toEqual([digest(BODY), digest(BODY)]);
  expect(connections).toBe(1);
});
