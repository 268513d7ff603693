const NAMED = /\{([^{}]*)\}/g;
/** A part that is left out where a value it names is empty: "refused[: {reason}]." */
const OPTIONAL = /\[([^[\]]*)\]/g;
/** A part that is left out where the text has no room for it: "<{request} >{place}". */
const SPARE = /<([^<>]*)>/g;

/** The names between braces in a template, in order, repeated where they are repeated. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(NAMED)].map((match) => match[1] ?? '');
}

/** A template without the parts that it can spare. */
export const withoutSpare = (template: string): string => template.replace(SPARE, '');

/** A template without its optional parts, whatever they would name. */
export const withoutOptional = (template: string): string => template.replace(OPTIONAL, '');

const withSpare = (template: string): string => template.replace(SPARE, '$1');

/**
 * The template with every `{name}` replaced by what `valueOf` gives, without the parts between `[` and `]` that would
 * name nothing; braces and brackets inside a value are left alone.
 */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  const said = (part: string): boolean => placeholdersOf(part).every((name) => valueOf(name) !== '');
  return withSpare(template)
    .replace(OPTIONAL, (_, part: string) => (said(part) ? part : ''))
    .replace(NAMED, (_, name: string) => valueOf(name));
}

/** The fixed words of a template, without its placeholders. */
export const fixedWords = (template: string): string =>
  withSpare(template).replace(OPTIONAL, '$1').replace(NAMED, '');

/** A template with and without each part that can be left out, fullest first: a text was made from one of them. */
export function templateVariants(template: string): string[] {
  const inner = withSpare(template);
  const spared = inner === template ? [template] : [inner, withoutSpare(template)];
  return spared.flatMap(optionalVariants);
}

function optionalVariants(template: string): string[] {
  const [mark, part = ''] = /\[([^[\]]*)\]/.exec(template) ?? [];
  if (mark === undefined) return [template];
  // A function, so that "$" in the words stands for itself.
  return [part, ''].flatMap((kept) => optionalVariants(template.replace(mark, () => kept)));
}
