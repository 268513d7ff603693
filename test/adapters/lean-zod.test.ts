import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Plugin } from 'esbuild';
import * as fc from 'fast-check';
import * as z from 'zod';
import * as lean from '../../adapters/lean-zod.js';
import { FUNCTION_OPTIONS } from '../../tools/bundle.js';
import { withSchemasLater } from '../../tools/used-alone.js';

const ROOT = join(import.meta.dirname, '../..');
const { zod: LEAN, 'zod/v4/core': CORE } = FUNCTION_OPTIONS.alias;

type Lean = ReturnType<typeof lean.string>;
type Either = z.ZodType | Lean;
type Chain = readonly (readonly [name: string, given: readonly unknown[]])[];

/** Steps from one schema to the next, as fields of ours take them. */
const NUMBER_STEPS = ['int', 'nonnegative', 'positive', 'multipleOf', 'min', 'max', 'optional', 'nullable'];
const STRING_STEPS = ['trim', 'min', 'max', 'optional', 'nullable'];
const LIMITED: ReadonlySet<string> = new Set(['min', 'max', 'multipleOf']);

const chainOf = (names: readonly string[]): fc.Arbitrary<Chain> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...names), fc.integer({ min: 1, max: 5 }), fc.boolean())
      .map(([name, limit, isSaid]): Chain[number] =>
        LIMITED.has(name) ? [name, isSaid ? [limit, 'in words'] : [limit]] : [name, []],
      ),
    { maxLength: 4 },
  );

/** Behind what may be left out, or be nothing, there is no limit to be set. */
function follow<Schema extends Either>(schema: Schema, chain: Chain): Schema {
  const end = chain.findIndex(([name]) => name === 'optional' || name === 'nullable');
  return (end < 0 ? chain : chain.slice(0, end + 1)).reduce<Schema>(
    (from, [name, given]) => Reflect.apply(Reflect.get(from, name) as () => Schema, from, given),
    schema,
  );
}

const VALUES = [undefined, null, -1, 0, 1, 2.5, 7, '', ' ', 'word', ' words ', true, [], {}];

/** What is read of a value, or what is wrong with it; the library's own English words apart. */
function read(schema: Either, value: unknown): unknown {
  const { success, data, error } = schema.safeParse(value, { reportInput: true }) as ReturnType<
    z.ZodType['safeParse']
  >;
  return success
    ? { data }
    : error?.issues.map(({ message, ...issue }) => ({ ...issue, said: message === 'in words' && message }));
}

describe('the schemas of functions', () => {
  it.each([
    ['a number', z.number, lean.number, NUMBER_STEPS],
    ['a string', z.string, lean.string, STRING_STEPS],
    ['a yes or no', z.boolean, lean.boolean, ['optional', 'nullable']],
  ] as const)("read %s as zod's own do, whichever way they were made", (_what, own, leanly, steps) => {
    fc.assert(
      fc.property(chainOf(steps), (chain) => {
        for (const value of VALUES)
          expect(read(follow(leanly(), chain), value)).toEqual(read(follow(own(), chain), value));
      }),
    );
  });

  it('made the same way are one', () => {
    expect(lean.number().int().min(1).optional()).toBe(lean.number().int().min(1).optional());
    expect(lean.array(lean.string())).toBe(lean.array(lean.string()));
    expect(lean.string().max(20)).not.toBe(lean.string().max(200));
  });

  it('with words of their own for an error are each their own', () => {
    expect(lean.string().min(1, 'a name')).not.toBe(lean.string().min(1, 'a name'));
    expect(lean.string({ error: 'a name' })).not.toBe(lean.string());
  });

  it('that modules have are written down when they are first asked for anything, and once', () => {
    let written = 0;
    const object = lean.later(() => {
      written += 1;
      return lean.object({ a: lean.number() });
    });
    const more = lean.later(() => object.extend({ b: lean.string() }).optional());
    expect(written).toBe(0);
    expect(more.safeParse({ a: 1, b: 'x' })).toMatchObject({ success: true });
    expect(more.unwrap().parse({ a: 1, b: 'x' })).toEqual({ a: 1, b: 'x' });
    expect(object.shape).toBe(object.shape);
    expect([object instanceof lean.ZodObject, object instanceof lean.ZodString]).toEqual([true, false]);
    expect(written).toBe(1);
  });

  it("throw the error that zod's own do", () => {
    const thrown = (schema: Either): unknown => {
      try {
        return schema.parse(1);
      } catch (error) {
        return error;
      }
    };
    expect(thrown(lean.string())).toBeInstanceOf(lean.ZodError);
    expect(thrown(lean.string())).toMatchObject({ name: 'ZodError', issues: [{ code: 'invalid_type' }] });
    expect(thrown(z.string())).toMatchObject({ name: 'ZodError' });
  });

  it.each([
    [
      'a change that finds fault',
      (of: typeof z) =>
        of.string().transform((text, context) => {
          if (text === 'word') context.addIssue({ code: 'custom', message: 'in words' });
          return text === 'word' ? of.NEVER : text.length;
        }),
    ],
    [
      'a look at the whole',
      (of: typeof z) =>
        of.object({ a: of.number() }).superRefine(({ a }, context) => {
          if (a > 1) context.addIssue({ code: 'custom', path: ['a'], message: 'in words' });
        }),
    ],
    ['a refinement', (of: typeof z) => of.string().refine((text) => text === 'word', 'in words')],
    ['what stands in for nothing', (of: typeof z) => of.set(of.string()).default(new Set(['x']))],
    ['an enumeration without one', (of: typeof z) => of.enum(['word', 'other']).exclude(['word'])],
    [
      'a part of an object',
      (of: typeof z) => of.strictObject({ a: of.number(), b: of.string() }).pick({ a: true }),
    ],
    [
      'the rest of an object',
      (of: typeof z) => of.object({ a: of.number(), b: of.string() }).omit({ b: true }),
    ],
    ['an object and more', (of: typeof z) => of.strictObject({ a: of.number() }).extend({ b: of.string() })],
    ['an object that became strict', (of: typeof z) => of.object({ a: of.number() }).strict()],
    ['bytes', (of: typeof z) => of.instanceof(Uint8Array)],
    ['any JSON', (of: typeof z) => of.record(of.string(), of.json())],
    ['yes or no in words', (of: typeof z) => of.stringbool().default(false)],
  ] as const)('read %s as zod does', (_what, made) => {
    const [own, leanly] = [made(z), made(lean as unknown as typeof z)];
    const objects = [
      { a: 1 },
      { a: 2 },
      { a: 1, b: 'x' },
      { a: 1, c: [] },
      new Set(['y']),
      new Uint8Array(2),
    ];
    for (const value of [...VALUES, ...objects, 'other', 'yes'])
      expect(read(leanly, value)).toEqual(read(own, value));
  });

  it('have a value of their own each time, where one stands in', () => {
    const schema = lean.set(lean.string()).default(new Set());
    expect(schema.parse(undefined)).not.toBe(schema.parse(undefined));
  });
});

/** Every module writes its schemas down late, as those of functions do. */
const SCHEMAS_LATER: Plugin = {
  name: 'schemas-later',
  setup: (modules) =>
    modules.onLoad({ filter: /\/(?:domain|contracts)\/.*\.ts$/ }, ({ path }) => ({
      contents: withSchemasLater(readFileSync(path, 'utf8'), path),
      loader: 'ts',
    })),
};

/** Each schema that rules and contracts export, as JSON Schema, by where it stands. */
async function described(zod: object, plugins: Plugin[] = []): Promise<Record<string, unknown>> {
  const files = ['domain', 'contracts'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => file.endsWith('.ts') && readFileSync(join(ROOT, file), 'utf8').includes("'zod'")),
  );
  const imports = files.map((file) => `export * as ${JSON.stringify(file)} from './${file}';`);
  const { outputFiles } = await build({
    ...FUNCTION_OPTIONS,
    alias: { 'zod/v4/core': CORE, ...zod },
    platform: 'browser',
    minify: false,
    plugins,
    outExtension: {},
    outdir: 'nowhere',
    stdin: {
      contents: ["export { registry, toJSONSchema } from 'zod/v4/core';", ...imports].join('\n'),
      resolveDir: ROOT,
    },
    format: 'iife',
    globalName: 'found',
    write: false,
  });
  const found = runInNewContext(`${outputFiles[0]?.text ?? ''}; (${String(describeAll)})(found)`, {
    URL,
    TextEncoder,
  }) as string;
  return JSON.parse(found) as Record<string, unknown>;
}

/** Runs beside the schemas, which a wall would make strangers. */
function describeAll({ registry, toJSONSchema, ...modules }: typeof z.core & Record<string, object>): string {
  const all: Record<string, unknown> = {};
  const seen = new Set<unknown>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    if (!('_zod' in value)) seen.add(value);
    if ('_zod' in value)
      all[at] = toJSONSchema(value as z.ZodType, {
        unrepresentable: 'any',
        io: 'input',
        metadata: registry(),
      });
    else for (const [name, part] of Object.entries(value)) walk(part, `${at}/${name}`);
  };
  walk(modules, '');
  return JSON.stringify(all);
}

it('every schema of rules and contracts is the same in functions', async () => {
  const [own, leanly] = [await described({}), await described({ zod: LEAN }, [SCHEMAS_LATER])];
  expect(Object.keys(own).length).toBeGreaterThan(300);
  expect(leanly).toEqual(own);
});

it('what is thrown is told from every other error, and a name of what is wrong is given as it stands', () => {
  const literal = lean.literal('yes', { error: 'no-consent' });
  const thrown = [
    () => literal.parse('no'),
    () => {
      throw new TypeError('another');
    },
  ].map((act) => {
    try {
      return act();
    } catch (error) {
      return error;
    }
  });
  expect(thrown.map((error) => [error instanceof Error, error instanceof lean.ZodError])).toEqual([
    [true, true],
    [true, false],
  ]);
  expect(literal.safeParse('no')).toMatchObject({ error: { issues: [{ message: 'no-consent' }] } });
});
