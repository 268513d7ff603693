import { join } from 'node:path';
import { build } from 'esbuild';
import { FUNCTION_OPTIONS } from '../../tools/bundle.js';
import { withSchemasLater } from '../../tools/used-alone.js';

const ROOT = join(import.meta.dirname, '../..');

/** What functions load of this code, still readable. */
async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    ...FUNCTION_OPTIONS,
    outExtension: {},
    outdir: 'nowhere',
    minify: false,
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

describe('a function loads', () => {
  it('of a route what it is asked, and neither what it answers nor what it is for', async () => {
    const text = await bundled("export { bulletinRoute } from './contracts/resident/bulletin.ts';");
    expect(text).toContain('date:');
    for (const unused of ['answers:', 'summary:', 'grids:', 'nothing happened'])
      expect(text).not.toContain(unused);
  });

  it('of a module the one schema that it reads', async () => {
    const text = await bundled("export { day } from './contracts/words.ts';");
    expect(text).toContain('year-out-of-reach');
    expect(text).not.toContain('COMMON_QUERY');
  });
});

it.each([
  ['a schema', 'export const a = z.object({\n  b: z.string(),\n});\n', true],
  ['a schema with more', 'const more = schema.extend({ b: z.string() });\n', true],
  ['what a schema allows', "const NAMES = z.enum(['a', 'b']).options;\n", false],
  ['what a schema reads', "const NOW = z.string().parse(readIt(words('now')));\n", false],
  [
    'what is made of what it allows',
    "const NAMES = z.enum(['a', 'b']).options.map((one) => one.trim());\n",
    false,
  ],
  ['a member of a schema', 'const b = schema.pick({ b: true }).shape.b.optional();\n', false],
  ['a day', 'const day = z.iso.date();\n', true],
  ['a schema of a pattern', "const CODE = z.string().regex(/^[A-Z(]+\\.keyof/, ')');\n", true],
  ['a text', 'const name = words.trim();\n', false],
  ['a schema that a function makes', 'const made = () => z.string();\n', false],
])('of a module is made later, or not: %s', (_what, source, isLater) => {
  const text = withSchemasLater(source, 'contracts/a.ts');
  expect(text.includes('schemaLater(() =>')).toBe(isLater);
  // Where an error came from is told by the line.
  expect(text.split('\n')).toHaveLength(source.split('\n').length);
});

it.each([
  ['z.object({ b: z.string() }).keyof()', 'keyof'],
  ["z.enum(['a', 'b']).enum", 'enum'],
  ['z.string().def', 'def'],
  ['z.array(z.string().optional()).element', 'element'],
  ['z.iso.date().unheardOf().optional()', 'unheardOf'],
])('of which nobody knows whether it is a schema, fails the build by file and name: %s', (made, member) => {
  expect(() => withSchemasLater(`export const ODD = ${made};\n`, 'contracts/a.ts')).toThrow(
    `contracts/a.ts: whether ODD is a schema is not known of ".${member}"`,
  );
});
