import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../infra/read-settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { RESIDENT, TownStory } from './town-story.js';

const ROOT = join(import.meta.dirname, '../..');

let folder: string;
let town: TownStory;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'small-grid-without-'));
  const assembly = join(folder, 'cdk.out');
  const settings = readSettings(join(ROOT, 'settings'), 'dev');
  createSmallGridApp({ bundles: join(ROOT, 'dist/fn'), outdir: assembly, settings }).synth();
  town = await TownStory.begin({ assembly });
});
afterAll(async () => {
  await town.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('a deployment whose settings name no issuer', () => {
  it.each(['/console', '/admin/requests', '/admin/me'])('has nothing at %s', async (path) => {
    expect((await town.http(path)).status).toBe(404);
  });

  it('serves residents all the same, from tables and machines of its stage', async () => {
    const receipt = await town.submit();
    expect((await town.http('/')).status).toBe(200);
    expect((await town.view(receipt)).status).toBe('assigned');
    expect(town.textsTo(RESIDENT.phone)).toHaveLength(1);
    expect(await town.leaks()).toEqual([]);
    expect(town.output('TableName')).toBe('small-grid-dev-records');
    expect(town.output('RequestStateMachineArn')).toMatch(/:small-grid-dev-resident-request$/);
  });
});
