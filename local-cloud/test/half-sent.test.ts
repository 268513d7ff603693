import { connect, type Socket } from 'node:net';
import { listenHttp } from '../http/http-listener.js';
import { readBody } from '../http/read-body.js';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { echoApi, route } from './sample/http-resources.js';
import { writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';
import { control } from '../testing/sdk.js';

let assembly: SampleAssembly;
let cloud: LocalCloud;
const sockets: Socket[] = [];

beforeAll(async () => {
  assembly = writeAssembly({ ...echoApi, ...route('Post', 'POST /forms') });
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await cloud.close();
  assembly.remove();
});

/** Announces a thousand bytes, sends ten, and keeps the line open. */
async function halfSend(address: string, path: string): Promise<Socket> {
  const { host, hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  const head = `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\n\r\n0123456789`;
  await new Promise<void>((resolve) => socket.write(head, () => resolve()));
  // A whole exchange on another line: by then the half is with the host, too.
  await (await fetch(address)).text();
  return socket;
}

const heardOn = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    socket.on('data', (data) => (heard += data.toString()));
    socket.on('close', () => resolve(heard));
  });

describe('a body of which only the beginning comes', () => {
  it.each([
    ['the HTTP API', () => cloud.url, '/forms'],
    ['the AWS endpoint', () => cloud.endpoint, '/'],
    ['the control API', () => cloud.endpoint, '/_local/clock'],
  ])(
    'at %s keeps neither the clock nor anybody else waiting',
    async (_where, address, path) => {
      await halfSend(address(), path);
      const before = cloud.clock.now();
      const moved = await control(cloud, 'POST', 'clock', { advance: 'PT1H' });
      expect(moved).toMatchObject({ status: 200, body: { now: before + 3_600_000 } });
      expect((await fetch(`${cloud.url}/forms`, { method: 'POST', body: 'whole' })).status).toBe(200);
    },
    10_000,
  );

  it('is cut off after a time', async () => {
    const listener = await listenHttp(
      0,
      async (request, response) => void response.end(await readBody(request, 2000)),
      { headers: 50, request: 100 },
    );
    try {
      const socket = await halfSend(listener.url, '/');
      expect(await heardOn(socket)).toMatch(/^HTTP\/1\.1 408 /);
    } finally {
      await listener.close();
    }
  }, 10_000);
});
