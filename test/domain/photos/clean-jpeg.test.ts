import * as fc from 'fast-check';
import { cleanJpeg } from '../../../domain/photos/clean-jpeg.js';
import { exif, frame, jpeg, segment } from './a-jpeg.js';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

describe('a photo, cleaned', () => {
  test.each([
    ['EXIF', segment(0xe1, 'Exif\0\0GPS 37.36 117.77')],
    ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
    ['a thumbnail', segment(0xe0, 'JFIF\0thumbnail')],
    ['a colour profile', segment(0xe2, 'ICC_PROFILE\0phone')],
    ['a comment', segment(0xfe, 'taken at home')],
    ['what another maker says in place of Adobe', segment(0xee, 'Adobf\0GPS 37.36')],
    ['segments of other programs', segment(0xf3, 'JPG3 taken at home')],
    ['segments that mean nothing', segment(0x42, 'taken at home')],
    ['a number of lines for later', segment(0xdc, 'home')],
    ['a comment between tables and frame', segment(0xfe, 'x'.repeat(60_000))],
    ['an orientation that is none', exif(9)],
    ['the orientation of a picture that stands as it is', exif(1)],
    ['the orientation of a file that breaks off', segment(0xe1, 'Exif\0\0II*\0\xff\xff\0\0')],
    ['fill bytes before a marker', [0xff, 0xff, ...segment(0xfe, 'comment')]],
  ])('says nothing of %s', (_title, before) => {
    expect(text(cleanJpeg(jpeg({ before })))).toBe(text(jpeg()));
  });

  it('has nothing behind its end', () => {
    expect(text(cleanJpeg(jpeg({ after: [0, 1, 2, 3] })))).toBe(text(jpeg()));
  });

  it('keeps what its colours need, and nothing that was written behind it', () => {
    const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\x01');
    const more = segment(0xee, 'Adobe\0d\0\0\0\0\x01GPS 37.36 117.77');
    expect(text(cleanJpeg(jpeg({ before: adobe })))).toBe(text(jpeg({ before: adobe })));
    expect(text(cleanJpeg(jpeg({ before: more })))).toBe(text(jpeg({ before: adobe })));
  });

  test.each(['II', 'MM'] as const)(
    'stands as it was held, and nothing else of its EXIF is kept (%s)',
    (order) => {
      for (const orientation of [2, 3, 6, 8]) {
        const cleaned = cleanJpeg(jpeg({ before: exif(orientation, order, 'GPS 37.36 117.77') }));
        expect(text(cleaned)).toBe(text(jpeg({ before: exif(orientation) })));
        expect(text(cleaned)).not.toContain('GPS');
        expect(cleanJpeg(cleaned ?? new Uint8Array())).toEqual(cleaned);
      }
    },
  );

  it('may have several scans', () => {
    const progressive = jpeg({ size: frame(640, 480, 0xc2) });
    const scans = [...progressive.subarray(0, -2), ...progressive.subarray(-24)];
    expect(text(cleanJpeg(Uint8Array.from(scans)))).toBe(text(Uint8Array.from(scans)));
  });

  test.each([
    ['nothing', Uint8Array.from([])],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47])],
    ['text', Uint8Array.from(Buffer.from('<script>'))],
    ['half a JPEG', jpeg().subarray(0, 30)],
    ['one that ends in its picture', jpeg().subarray(0, -2)],
    ['one within another', jpeg({ before: [0xff, 0xd8] })],
    ['one with a segment that ends behind it', jpeg().subarray(0, 8)],
    ['one without a picture', Uint8Array.from([0xff, 0xd8, ...frame(10, 10), 0xff, 0xd9])],
    ['one without a size', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])],
    ['one wider than 1600 pixels', jpeg({ size: frame(1601, 10) })],
    ['one higher than 1600 pixels', jpeg({ size: frame(10, 1601) })],
    ['one of no height', jpeg({ size: frame(10, 0) })],
  ])('%s is none', (_title, bytes) => {
    expect(cleanJpeg(bytes)).toBeUndefined();
  });

  it('is clean: cleaning it again changes nothing', () => {
    const marker = fc.integer({ min: 0xdd, max: 0xfe });
    const parts = fc.array(fc.tuple(marker, fc.array(fc.nat(255), { maxLength: 40 })), { maxLength: 6 });
    fc.assert(
      fc.property(parts, fc.array(fc.nat(255)), (segments, after) => {
        const before = segments.flatMap(([one, content]) => segment(one, content));
        const once = cleanJpeg(jpeg({ before, after }));
        expect(once).toBeDefined();
        expect(text(cleanJpeg(once ?? new Uint8Array()))).toBe(text(once));
      }),
    );
  });

  it('reads any bytes whatever to their end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(255)), (bytes) => {
        const cleaned = cleanJpeg(Uint8Array.from([0xff, 0xd8, 0xff, ...bytes]));
        expect(cleaned?.length ?? 0).toBeLessThanOrEqual(bytes.length + 3);
      }),
    );
  });
});
