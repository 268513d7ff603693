import { prepareSite, HostProcess, type Site } from '../../testing/host-process.js';
import { table, writeAssembly, type SampleAssembly } from '../sample/sample-assembly.js';

let assembly: SampleAssembly;
let site: Site;

beforeAll(async () => {
  assembly = writeAssembly(table);
  site = await prepareSite(assembly.directory);
});
afterAll(async () => {
  await site.remove();
  assembly.remove();
});

describe('a data folder in use by another process', () => {
  it('is refused with the number of that process, which goes on; killed, it leaves the folder free', async () => {
    const first = new HostProcess(site, site.data);
    const { endpoint } = await first.ready;
    await expect(new HostProcess(site, site.data).ready).rejects.toThrow(
      `the data folder ${site.data} is in use by process ${first.pid}; stop it or choose another folder`,
    );
    expect((await fetch(`${endpoint}/_local/health`)).status).toBe(200);
    await first.kill();
    const next = new HostProcess(site, site.data);
    await expect(next.ready).resolves.toBeDefined();
    await next.stop();
  });

  it('is had by one of several that start at the same moment after a kill', async () => {
    const killed = new HostProcess(site, site.data);
    await killed.ready;
    await killed.kill();
    const started = Array.from({ length: 3 }, () => new HostProcess(site, site.data));
    const settled = await Promise.allSettled(started.map(({ ready }) => ready));
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await Promise.all(started.map((host) => host.kill()));
  });
});
