import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';

/** PDF.js in one file; the browser has all that it needs, which the oldest Node does not. */
const READER = join(import.meta.dirname, '../../node_modules/unpdf/dist/pdfjs.mjs');

/** What of the reader's own interface is used here. */
interface Reader {
  getDocument(source: { readonly data: Uint8Array }): { readonly promise: Promise<PdfDocument> };
}
interface PdfDocument {
  readonly numPages: number;
  getPage(nth: number): Promise<PdfPage>;
}
interface PdfPage {
  readonly view: readonly [number, number, number, number];
  getTextContent(): Promise<{ readonly items: readonly { readonly str?: string }[] }>;
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(options: object): { readonly promise: Promise<void> };
}

export interface ReadPdf {
  /** The words of each page. */
  readonly pages: readonly string[];
  /** Of the first page, in points. */
  readonly width: number;
  readonly height: number;
  /** Each page as a PNG in base64. */
  readonly pictures: readonly string[];
}

/** What a reader of the format finds in a PDF, and how it draws it. */
export async function readPdf(context: BrowserContext, pdf: Uint8Array): Promise<ReadPdf> {
  const page = await context.newPage();
  const script = await readFile(READER, 'utf8');
  try {
    const address = await page.evaluate(
      (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' })),
      script,
    );
    const content = `import * as reader from '${address}'; window.pdfReader = reader;`;
    await page.addScriptTag({ type: 'module', content });
    await page.waitForFunction(() => 'pdfReader' in window);
    return await page.evaluate(read, Buffer.from(pdf).toString('base64'));
  } finally {
    await page.close();
  }
}

/** Runs in the browser. */
async function read(pdf: string): Promise<ReadPdf> {
  const reader = (window as unknown as { readonly pdfReader: Reader }).pdfReader;
  const data = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
  const document_ = await reader.getDocument({ data }).promise;
  const pages: string[] = [];
  const pictures: string[] = [];
  let [width, height] = [0, 0];
  for (let nth = 1; nth <= document_.numPages; nth += 1) {
    const page = await document_.getPage(nth);
    if (nth === 1) [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    pages.push(items.map(({ str = '' }) => str).join(' '));
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
    await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
    pictures.push(canvas.toDataURL('image/png').replace(/^.*,/, ''));
  }
  return { pages, width, height, pictures };
}
