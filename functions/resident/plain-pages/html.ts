/** Text that is HTML already; everything else is escaped where it is put into some. */
export class Html {
  constructor(readonly text: string) {}
}

/** A value in a template. Nothing is written for one that is absent or false. */
export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function textOf(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(textOf).join('');
  return String(value).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

/** A piece of HTML: html`<p>${words}</p>`. Attributes are to be quoted. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.map((part, at) => part + textOf(values[at])).join(''));
}
