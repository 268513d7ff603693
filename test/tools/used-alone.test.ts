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
  ['a text', 'const name = words.trim();\n', false],
  ['a schema that a function makes', 'const made = () => z.string();\n', false],
])('of a module is made later, or not: %s', (_what, source, isLater) => {
  const text = withSchemasLater(source);
  expect(text.includes('schemaLater(() =>')).toBe(isLater);
  // Where an error came from is told by the line.
  expect(text.split('\n')).toHaveLength(source.split('\n').length);
});
