import * as fc from 'fast-check';
import { cleanJpeg } from '../../../domain/photos/clean-jpeg.js';
import { frame, jpeg, segment } from './a-jpeg.js';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

describe('a photo, cleaned', () => {
  test.each([
    ['EXIF', segment(0xe1, 'Exif\0\0GPS 37.36 117.77')],
    ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
    ['a thumbnail', segment(0xe0, 'JFIF\0thumbnail')],
    ['a colour profile', segment(0xe2, 'ICC_PROFILE\0phone')],
    ['a comment', segment(0xfe, 'taken at home')],
    ['fill bytes before a marker', [0xff, 0xff, ...segment(0xfe, 'comment')]],
  ])('says nothing of %s', (_title, before) => {
    expect(text(cleanJpeg(jpeg({ before })))).toBe(text(jpeg()));
  });

  it('has nothing behind its end', () => {
    expect(text(cleanJpeg(jpeg({ after: [0, 1, 2, 3] })))).toBe(text(jpeg()));
  });

  it('keeps what its colours need', () => {
    const adobe = segment(0xee, 'Adobe\0d\0\0\0\0\0\x01');
    expect(text(cleanJpeg(jpeg({ before: adobe })))).toBe(text(jpeg({ before: adobe })));
  });

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
    ['one without a size', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])],
    ['one wider than 1600 pixels', jpeg({ size: frame(1601, 10) })],
    ['one higher than 1600 pixels', jpeg({ size: frame(10, 1601) })],
    ['one of no height', jpeg({ size: frame(10, 0) })],
  ])('%s is none', (_title, bytes) => {
    expect(cleanJpeg(bytes)).toBeUndefined();
  });

  it('is clean: cleaning it again changes nothing', () => {
    const marker = fc.integer({ min: 0xe0, max: 0xef });
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
