import type { Metafile } from 'esbuild';
import { firstLoad, pagesAmong } from '../../../tools/console-bundle/first-load.js';

type Output = Metafile['outputs'][string];

const output = (sources: readonly string[], more: Partial<Output> = {}): Output => ({
  bytes: 1,
  inputs: Object.fromEntries(sources.map((source) => [source, { bytesInOutput: 1 }])),
  imports: [],
  exports: [],
  ...more,
});

const metafile: Metafile = {
  inputs: {},
  outputs: {
    'out/later-1.js': output(['later.ts', 'web/admin/texts/texts-page.tsx', 'table.css', 'map.css'], {
      imports: [{ path: 'out/shared-1.js', kind: 'import-statement' }],
    }),
    'out/main-1.js': output(['main.tsx', 'web/admin/requests/board-page.tsx', 'board.css'], {
      entryPoint: 'main.tsx',
      cssBundle: 'out/main-1.css',
      imports: [
        { path: 'out/shared-1.js', kind: 'import-statement' },
        { path: 'out/later-1.js', kind: 'dynamic-import' },
      ],
    }),
    'out/shared-1.js': output(['button.tsx', 'button.css'], {
      imports: [{ path: 'out/helpers-1.js', kind: 'import-statement' }],
    }),
    'out/helpers-1.js': output(['helpers.ts']),
    'out/main-1.css': output(['button.css', 'table.css', 'map.css', 'board.css']),
  },
};

describe('what a page loads first', () => {
  it('is its script and what this imports, one by way of the other, and nothing that it imports while it runs', () => {
    expect(firstLoad(metafile, 'main.tsx').scripts).toEqual([
      'out/main-1.js',
      'out/shared-1.js',
      'out/helpers-1.js',
    ]);
  });

  it('has the styles of its own scripts, each once and in their order; all others wait', () => {
    const { styles, laterStyles } = firstLoad(metafile, 'main.tsx');
    expect(styles).toEqual(['button.css', 'board.css']);
    expect(laterStyles).toEqual(['table.css', 'map.css']);
  });

  it('tells which pages are in it, so that none comes in unseen', () => {
    const { scripts } = firstLoad(metafile, 'main.tsx');
    expect(pagesAmong(metafile, scripts)).toEqual(['web/admin/requests/board-page.tsx']);
    expect(pagesAmong(metafile, ['out/later-1.js'])).toEqual(['web/admin/texts/texts-page.tsx']);
  });

  it('cannot be told of what was not built', () => {
    expect(() => firstLoad(metafile, 'other.tsx')).toThrow('nothing was built of other.tsx');
  });
});
