import { encodeQR } from 'qr';

/**
 * The black squares of a text's QR code as the path of an SVG, and how many squares it is wide, the quiet zone of four
 * around it included. A quarter of it may be torn or dirty: posters hang outside.
 */
export function qrCode(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'quartile', border: 4 });
  const path = rows
    .flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return { path, size: rows.length };
}
