import * as fc from 'fast-check';
import { xmlDocument } from '../../../../functions/resident/serve-open311/xml.js';

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';
const body = (root: string, node: Parameters<typeof xmlDocument>[1]): string =>
  xmlDocument(root, node).slice(DECLARATION.length).trimEnd();

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const read = (xml: string): string =>
  xml.replaceAll(/&(\w+);/g, (_all, name: string) => ENTITIES[name] ?? '?');

/** What cannot stand in XML at all. */
// oxlint-disable-next-line no-control-regex -- control characters are what is meant
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

describe('an XML answer', () => {
  it('says that it is UTF-8', () => {
    expect(xmlDocument('services', [])).toBe(`${DECLARATION}<services/>\n`);
  });

  it('names the entries of a list, nested ones too', () => {
    const node = { attributes: [{ code: 'a', values: [{ key: 'k' }, { key: 'l' }] }] };
    expect(body('service_definition', node)).toBe(
      '<service_definition><attributes><attribute><code>a</code><values><value><key>k</key></value>' +
        '<value><key>l</key></value></values></attribute></attributes></service_definition>',
    );
  });

  it('leaves a null empty and an absent field out', () => {
    expect(body('request', { lat: null, note: undefined, open: true, n: 0 })).toBe(
      '<request><lat/><open>true</open><n>0</n></request>',
    );
  });

  it('gives back what was written, and nothing of it is markup', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== '');
    fc.assert(
      fc.property(text, (written) => {
        const inside = /^<d>([^<>]*)<\/d>$/.exec(body('d', written))?.[1];
        expect(read(inside ?? '')).toBe(written.replaceAll(FORBIDDEN, ''));
      }),
    );
  });

  it.each([
    ['an element', '</description><status>closed</status>'],
    ['an entity', '&xxe;'],
    ['a section', ']]><![CDATA['],
    ['control characters', '\u0000\u0008\u001F'],
    ['half a character', '\uD83D'],
  ])('cannot be broken by %s', (_what, written) => {
    expect(body('d', written)).toMatch(/^<d(?:\/|>[^<]*<\/d)>$/);
    expect(body('d', written)).not.toMatch(/&(?!(?:amp|lt|gt|quot|apos);)/);
    expect(body('d', written).replaceAll(FORBIDDEN, '')).toBe(body('d', written));
    expect(() => encodeURIComponent(body('d', written))).not.toThrow();
  });
});
