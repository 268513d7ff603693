import { LARGEST_PHOTO, LONGEST_EDGE } from '../domain/photos/limits.js';

/** Tried in turn until a photo is small enough: full size at falling quality first, to keep signs readable. */
const TRIES = [
  { edge: LONGEST_EDGE, quality: 0.8 },
  { edge: LONGEST_EDGE, quality: 0.6 },
  { edge: 1200, quality: 0.7 },
  { edge: 1000, quality: 0.6 },
  { edge: 700, quality: 0.5 },
  { edge: 500, quality: 0.4 },
] as const;

/** A picture turned as its camera was held. */
const decode = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, { imageOrientation: 'from-image' });

/** Draws a picture into a canvas, no edge longer than `edge` pixels. */
function draw(picture: ImageBitmap, canvas: HTMLCanvasElement, edge: number): void {
  const scale = Math.min(1, edge / Math.max(picture.width, picture.height));
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return;
  // A JPEG has no transparency; what would be clear comes out white and not black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });

/**
 * A photo as it is sent: a JPEG of at most so many bytes and pixels, drawn anew, so that nothing is left of
 * where, when and with what it was taken. Undefined when the browser cannot read it.
 */
export async function shrinkPhoto(
  file: Blob,
  most: { readonly bytes: number; readonly edge: number } = { bytes: LARGEST_PHOTO, edge: LONGEST_EDGE },
): Promise<Blob | undefined> {
  try {
    const picture = await decode(file);
    const canvas = document.createElement('canvas');
    for (const { edge, quality } of TRIES) {
      draw(picture, canvas, Math.min(edge, most.edge));
      const jpeg = await jpegOf(canvas, quality);
      if (jpeg && jpeg.size <= most.bytes) return jpeg;
    }
  } catch {
    // A file that only calls itself a picture, or one of a kind this browser does not know.
  }
  return undefined;
}

/** Shows a small picture; a canvas, as the page's policy lets no picture in that did not come from the service. */
export async function drawThumbnail(jpeg: Blob, canvas: HTMLCanvasElement, edge: number): Promise<void> {
  draw(await decode(jpeg), canvas, edge);
}

export async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

export const jpegFrom = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: 'image/jpeg' });
