/** What an expression gave. `unsupported`: a function is in it. */
export type Given =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'nothing' | 'unsupported' };

/** Throws what JSON.stringify throws of a value that is too large or too deep. */
export function resultText(value: unknown): Given;
