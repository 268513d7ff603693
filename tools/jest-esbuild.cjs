// Jest runs CommonJS; esbuild turns our ES modules into it without type checking (tsc does that in `npm run typecheck`).
const { transformSync, version } = require('esbuild');
const { createHash } = require('node:crypto');

const options = {
  format: 'cjs',
  target: 'node20',
  // What is imported while it runs is required: Jest's own loader of modules is behind a flag.
  supported: { 'dynamic-import': false },
  sourcemap: 'inline',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  define: { 'import.meta.dirname': '__dirname', 'import.meta.filename': '__filename' },
};
const loaderOf = (file) => (file.endsWith('.tsx') ? 'tsx' : /\.m?js$/.test(file) ? 'js' : 'ts');

module.exports = {
  getCacheKey: (source, file) =>
    createHash('sha1')
      .update(version + JSON.stringify(options) + file + source)
      .digest('hex'),
  process: (source, file) => ({
    code: transformSync(source, { ...options, loader: loaderOf(file), sourcefile: file }).code,
  }),
};
