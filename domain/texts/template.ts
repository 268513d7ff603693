const NAMED = /\{([^{}]*)\}/g;

/** The names between braces in a template, in order, repeated where they are repeated. */
export function placeholdersOf(template: string): string[] {
  return [...template.matchAll(NAMED)].map((match) => match[1] ?? '');
}

/** The template with every `{name}` replaced by what `valueOf` gives; braces inside a value are left alone. */
export function fillTemplate(template: string, valueOf: (name: string) => string): string {
  return template.replace(NAMED, (_, name: string) => valueOf(name));
}

/** What remains of a template without its placeholders: its fixed words. */
export const fixedWords = (template: string): string => template.replace(NAMED, '');
