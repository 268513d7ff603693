import { join } from 'node:path';
import { build } from 'esbuild';
import { TestBrowser } from './test-browser.js';

const ROOT = join(import.meta.dirname, '../..');

/** Shows a part whose script comes when the page has been drawn, and before the part is told that it was. */
const PAGE = `
  import { createElement, useLayoutEffect } from 'react';
  import { createRoot } from 'react-dom/client';
  import { createLater } from './web/admin/shell/later-part.tsx';
  let arrive;
  const script = new Promise((resolve) => (arrive = resolve));
  const { later, load } = createLater(() => script);
  const Part = later((parts) => parts.Part);
  function Page() {
    useLayoutEffect(() => arrive({ Part: () => createElement('h1', null, 'here') }), []);
    return createElement(Part);
  }
  load();
  createRoot(document.body.appendChild(document.createElement('main'))).render(createElement(Page));
`;

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: PAGE, resolveDir: ROOT, loader: 'tsx' },
    bundle: true,
    write: false,
    outdir: join(ROOT, 'nowhere'),
    jsx: 'automatic',
    loader: { '.css': 'empty' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.map(({ text }) => text).join('');
}

let browser: TestBrowser;
beforeAll(async () => {
  browser = await TestBrowser.launch();
});
afterAll(() => browser.close());

it('a part that is loaded in the moment in which its page is drawn is shown', async () => {
  const { page, context, faults } = await browser.open({
    origin: 'http://127.0.0.1',
    language: 'en',
    width: 'desk',
  });
  await page.addScriptTag({ content: await bundled() });
  await page.getByRole('heading', { name: 'here' }).waitFor({ timeout: 10_000 });
  expect(faults).toEqual([]);
  await context.close();
});
