import type { Page } from 'playwright-core';

/** A picture as a camera would give it, drawn by the browser: a grey sky and a lamp post. */
export async function drawnPhoto(
  page: Page,
  size: readonly [width: number, height: number],
): Promise<Buffer<ArrayBuffer>> {
  const drawn = await page.evaluate(([width, height]) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    const pen = canvas.getContext('2d');
    if (pen) {
      pen.fillStyle = '#88a';
      pen.fillRect(0, 0, width, height);
      pen.fillStyle = '#333';
      pen.fillRect(width * 0.48, height * 0.15, width * 0.03, height * 0.85);
    }
    return canvas.toDataURL('image/jpeg', 0.6).split(',')[1] ?? '';
  }, size);
  return Buffer.from(drawn, 'base64');
}
