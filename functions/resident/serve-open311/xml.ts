/** A value as Open311 gives it, in JSON as it stands and in XML as elements. */
export type Node =
  | string
  | number
  | boolean
  | null
  | readonly Node[]
  | { readonly [name: string]: Node | undefined };

/** The name of an entry of a list in XML; JSON lists need none. */
const ENTRY: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
};

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Characters that XML 1.0 (2.2) allows in no document, not even escaped. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ESCAPED[character] ?? character);

function element(name: string, node: Node): string {
  const inside = contentOf(name, node);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function contentOf(name: string, node: Node): string {
  if (node === null) return '';
  if (isList(node)) return node.map((entry) => element(ENTRY[name] ?? name, entry)).join('');
  if (typeof node !== 'object') return escaped(String(node));
  return Object.entries(node)
    .map(([field, value]) => (value === undefined ? '' : element(field, value)))
    .join('');
}

const isList = (node: Node): node is readonly Node[] => Array.isArray(node);

/** A whole document with one root. Element names are ours; whatever people or towns wrote is escaped. */
export const xmlDocument = (root: string, node: Node): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, node)}\n`;
