import type { Plugin } from 'esbuild';

const NOTHING_DRAWN = 'export default () => null;';

/** Of the design system: files that nobody would see anything of, by their ends, and what stands in their place. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  // Two of its three layouts: one draws what came before this design, one what AWS's own console turns on.
  ['app-layout/classic.js', NOTHING_DRAWN],
  ['app-layout/visual-refresh-toolbar/index.js', NOTHING_DRAWN],
  // Words of every language, looked for by the reader's; ours are imported by their names.
  ['i18n/dynamic.js', 'export const importMessages = () => Promise.resolve([]);'],
]);

/** Leaves out what the design system would load for nothing. Fails where a new version of it has no such file. */
export const LEAVE_OUT: Plugin = {
  name: 'leave-out',
  setup(build) {
    const met = new Set<string>();
    build.onStart(() => met.clear());
    for (const [end, contents] of LEFT_OUT)
      build.onLoad({ filter: new RegExp(`/@cloudscape-design/components/${end}$`) }, () => {
        met.add(end);
        return { contents, loader: 'js' };
      });
    build.onEnd(({ errors }) => {
      const missing = [...LEFT_OUT.keys()].filter((end) => !met.has(end));
      if (errors.length > 0 || missing.length === 0) return undefined;
      return { errors: [{ text: `the design system has no ${missing.join(', ')} to leave out` }] };
    });
  },
};

/** The words of its parts come read (`i18n/messages`): what would read them is left out, as its makers provide for. */
export const WORDS_COME_READ = {
  '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/lib/no-parser.js',
};
