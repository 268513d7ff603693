import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { watchTown } from '../../../tools/watch/watch-town.js';

const DECLARED = `export const FUNCTION = { purpose: 'Greets', needs: {} };`;
const handler = (word: string) =>
  `import { greeting } from '../../../domain/greeting.js';\nexport const createGreet = () => async () => greeting + '${word}';`;

let root: string;
let hosted: string;
let renewed: string[];
let redeployed: string[];
let told: { what: string; of: readonly string[] }[];
let end: () => Promise<void>;

function write(file: string, content: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20));
}

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'small-grid-watch-'));
  [renewed, redeployed, told] = [[], [], []];
  for (const folder of ['adapters', 'contracts', 'workflows', 'infra', 'web', 'towns/here', 'cdk.out', 'run'])
    mkdirSync(join(root, folder), { recursive: true });
  write('domain/greeting.ts', `export const greeting = 'hello ';`);
  write('functions/use-cases/observed.ts', 'export const observed = (handler: unknown): unknown => handler;');
  write('domain/unused.ts', `export const unused = 1;`);
  write('functions/resident/greet/function.ts', DECLARED);
  write('functions/resident/greet/handler.ts', handler('world'));
  hosted = join(root, 'hosted/index.mjs');
  write('hosted/index.mjs', '');
  end = await watchTown(
    root,
    {
      cloud: {
        functions: () => [{ logicalId: 'Greet1234ABCD', name: 'greet', arn: 'arn:greet', file: hosted }],
        renew: (id) => void renewed.push(id),
        redeploy: (assembly) => {
          redeployed.push(assembly);
          return Promise.resolve();
        },
      },
      folder: join(root, 'run'),
      phones: [],
    },
    {
      onSwapped: (of) => void told.push({ what: 'swapped', of }),
      onRedeployed: () => void told.push({ what: 'redeployed', of: [] }),
      onBroken: (error) => void told.push({ what: 'broken', of: [String(error)] }),
      onTown: (of) => void told.push({ what: 'town', of }),
    },
    () => Promise.resolve(),
  );
});
afterEach(async () => {
  await end();
  rmSync(root, { recursive: true, force: true });
});

describe('a change of the sources while a town runs', () => {
  it.each([
    ['of a handler', 'functions/resident/greet/handler.ts', handler('moon'), 'moon'],
    [
      'of a rule that it uses',
      'domain/greeting.ts',
      `export const greeting = 'good evening ';`,
      'good evening',
    ],
  ])('%s is swapped into the function that has it', async (_what, file, content, seen) => {
    write(file, content);
    await until(() => told.length > 0);
    expect(told).toEqual([{ what: 'swapped', of: ['greet'] }]);
    expect(renewed).toEqual(['Greet']);
    expect(readFileSync(hosted, 'utf8')).toContain(seen);
    expect(redeployed).toEqual([]);
  });

  it('that an editor puts in place of the file is seen again and again', async () => {
    for (const word of ['one', 'two']) {
      rmSync(join(root, 'functions/resident/greet/handler.ts'));
      write('functions/resident/greet/handler.ts', handler(word));
      await until(() => readFileSync(hosted, 'utf8').includes(word));
    }
    expect(redeployed).toEqual([]);
  });

  it('that cannot be built is told, and what ran before still does', async () => {
    write('functions/resident/greet/handler.ts', 'export const createGreet = ;');
    await until(() => told.length > 0);
    expect(told).toEqual([{ what: 'broken', of: [expect.stringContaining('handler.ts:1:')] }]);
    expect([renewed, readFileSync(hosted, 'utf8')]).toEqual([[], '']);
    write('functions/resident/greet/handler.ts', handler('again'));
    await until(() => renewed.length > 0);
    expect(readFileSync(hosted, 'utf8')).toContain('again');
  });

  it.each([
    ['what a function declares', 'functions/resident/greet/function.ts', DECLARED.replace('Greets', 'Waves')],
    ['the infrastructure', 'infra/stack.ts', ''],
    ['a state machine', 'workflows/one.asl.json', '{}'],
  ])('of %s is synthesized and hosted anew', async (_what, file, content) => {
    write(file, content);
    await until(() => told.length > 0);
    expect(told).toEqual([{ what: 'redeployed', of: [] }]);
    expect(redeployed).toEqual([expect.stringContaining(join(root, 'run'))]);
  });

  it('of a town is not swapped, since it is data', async () => {
    write('towns/here/staff.csv', 'id\n');
    await until(() => told.length > 0);
    expect(told).toEqual([{ what: 'town', of: ['towns/here'] }]);
  });

  it('that is part of nothing changes nothing', async () => {
    write(
      'functions/use-cases/observed.ts',
      'export const observed = (handler: unknown): unknown => handler;',
    );
    write('domain/unused.ts', `export const unused = 2;`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    write('functions/resident/greet/handler.ts', handler('later'));
    await until(() => told.length > 0);
    expect(told).toEqual([{ what: 'swapped', of: ['greet'] }]);
  });
});
