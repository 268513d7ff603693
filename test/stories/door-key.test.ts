import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCAL } from '../../adapters/dynamodb.js';
import { DOOR_KEY_HEADER } from '../../functions/http/through-the-door.js';
import { LOCAL_SETTINGS } from '../../infra/settings.js';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { rollbackCommand } from '../../tools/operator/rollback-command.js';
import { operate } from './operator-command.js';
import { ROOT, TownStory } from './town-story.js';

let root: string;
let town: TownStory;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-door-'));
  town = await TownStory.begin({ assembly: showing(1), data: join(root, 'data') });
});
afterAll(async () => {
  await town.end();
  rmSync(root, { recursive: true, force: true });
});

/** The app whose distribution shows the key of this number. */
function showing(doorKey: number): string {
  const outdir = join(root, `key-${doorKey}`);
  const settings = { ...LOCAL_SETTINGS, edge: { doorKey } };
  createSmallGridApp({ bundles: join(ROOT, 'dist/fn'), outdir, settings }).synth();
  return outdir;
}

/** The keys that functions take; the one that is shown comes first. */
async function keys(): Promise<string[]> {
  const lambda = new LambdaClient({ ...LOCAL, endpoint: town.cloud.endpoint });
  const { Environment } = await lambda.send(
    new GetFunctionConfigurationCommand({ FunctionName: 'small-grid-local-serve-page' }),
  );
  return Environment?.Variables?.['DOOR_KEYS']?.split(' ') ?? [];
}

const throughTheDoor = async () => (await town.http('/track')).status;

/** Calls the API itself with a key in hand. */
async function around(key: string): Promise<number> {
  const health = await fetch(`${town.cloud.endpoint}/_local/health`);
  const [, api = ''] = ((await health.json()) as { urls: string[] }).urls;
  return (await fetch(`${api}/track`, { headers: { [DOOR_KEY_HEADER]: key } })).status;
}

describe('the key of the front door', () => {
  it('is changed while everybody comes and goes, also back, and the one before opens nothing after the next', async () => {
    const [first = '', second = ''] = await keys();
    expect([await throughTheDoor(), await around(first), await around('guessed')]).toEqual([200, 200, 403]);

    // Versions of one hour are taken for one deployment.
    await town.advance('P1D');
    await town.cloud.redeploy(showing(2));
    expect((await keys())[0]).toBe(second);
    expect([await throughTheDoor(), await around(first), await around(second)]).toEqual([200, 200, 200]);

    // Functions of before, behind a distribution that shows the new key already.
    const back = await operate(town, rollbackCommand, '--yes', '--lang', 'en');
    expect(back.said.join('\n')).toContain('serve-page: version 2 -> 1');
    expect(await throughTheDoor()).toBe(200);
    await operate(town, rollbackCommand, '--forward', '--yes', '--lang', 'en');

    await town.cloud.redeploy(showing(3));
    expect([await throughTheDoor(), await around(second), await around(first)]).toEqual([200, 200, 403]);
    await town.submit();
  });
});
