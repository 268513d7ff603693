import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSmallGridApp } from '../../infra/small-grid-app.js';
import { bundleFunctions } from '../../tools/bundle.js';
import { permissionLines, statementsByRole } from '../infra/permissions.js';
import { readStacks } from '../../tools/templates/flattened.js';
import { ofType, type Template } from '../infra/synthesized.js';
import { TownStory } from './town-story.js';

const ROOT = join(import.meta.dirname, '..', '..');
const root = mkdtempSync(join(tmpdir(), 'small-grid-declared-'));
const assembly = join(root, 'cdk.out');

/** All that is written to add a function. */
const SAMPLE = {
  'function.ts': `
    import type { FunctionDeclaration } from '../../function-declaration.js';
    import { ROUTES } from './routes.js';

    export const FUNCTION = {
      purpose: 'Says on which days the day was closed',
      routes: ROUTES,
      needs: { rounds: 'list' },
    } as const satisfies FunctionDeclaration;`,
  'routes.ts': `
    import * as z from 'zod';
    import { route } from '../../../contracts/route.js';

    export const ROUTES = {
      days: route({
        method: 'GET',
        path: '/admin/closed-days',
        summary: 'Days that were closed',
        answers: { 200: z.object({ days: z.array(z.string()) }) },
        problems: [403, 500],
        permission: 'audit.read',
      }),
    };`,
  'handler.ts': `
    import type { Services } from '../../../adapters/services.js';
    import { routeHandler } from '../../http/route-handler.js';
    import type { FUNCTION } from './function.js';
    import { ROUTES } from './routes.js';

    export const createListDays = ({ rounds }: Services<typeof FUNCTION>) =>
      routeHandler('list-days', ROUTES, {
        days: async (call) => {
          const held = await rounds.newest(call.user.town, 'daily-close', 5);
          return call.answer(200, { days: held.map(({ date }) => date) });
        },
      });`,
} as const;

/** The sources, with a function more. */
function writeSources(): void {
  for (const folder of [
    'adapters',
    'contracts',
    'domain',
    'towns',
    'web',
    'workflows',
    'node_modules',
    'package.json',
  ])
    symlinkSync(join(ROOT, folder), join(root, folder));
  cpSync(join(ROOT, 'functions'), join(root, 'functions'), { recursive: true });
  const folder = join(root, 'functions/console/list-days');
  mkdirSync(folder);
  for (const [file, text] of Object.entries(SAMPLE)) writeFileSync(join(folder, file), text);
}

let template: Template;
beforeAll(async () => {
  writeSources();
  await bundleFunctions(root);
  createSmallGridApp({ bundles: join(root, 'dist/fn'), outdir: assembly }).synth();
  template = readStacks(assembly).whole;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a function that was added by its declaration alone', () => {
  it('is named, told what it needs, and granted that and no more', () => {
    const made = Object.values(ofType(template, 'AWS::Lambda::Function')).map(({ Properties }) => Properties);
    const sample = made.find(({ Description }) => Description === 'Says on which days the day was closed');
    expect(sample?.['Environment']).toEqual({ Variables: { TABLE_NAME: expect.anything() } });
    expect(permissionLines(statementsByRole(template)['ListDaysRole'] ?? [])).toEqual([
      'dynamodb:Query on RequestRecordsTable *#round#*',
      'logs:CreateLogStream logs:PutLogEvents on ListDaysLog',
    ]);
  });

  it('answers on its route whoever has the permission, and nobody else', async () => {
    const town = await TownStory.begin({ console: true, assembly });
    try {
      const status = async (headers: Record<string, string>): Promise<number> =>
        (await fetch(`${town.cloud.url}/admin/closed-days`, { headers })).status;
      const as = async (role: 'leader' | 'inspector') => ({
        authorization: `Bearer ${await town.token(role)}`,
      });
      expect(await status({})).toBe(401);
      expect(await status(await as('inspector'))).toBe(403);
      await town.advance('PT10H');
      const answer = await fetch(`${town.cloud.url}/admin/closed-days`, { headers: await as('leader') });
      expect([answer.status, await answer.json()]).toEqual([200, { days: ['2026-08-24'] }]);
    } finally {
      await town.end();
    }
  });
});
