import { isObject, listOf, numberOf, textOf } from './json.js';

/** What the service says is wrong (RFC 9457), in the caller's language. */
export interface Problem {
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** A problem document; an answer that is none (a proxy's error page) is a problem that says only its status. */
export function problemOf(value: unknown, status: number): Problem {
  if (!isObject(value)) return { status, errors: [] };
  const errors = listOf(value['errors'], (error) => {
    if (!isObject(error)) return undefined;
    const message = textOf(error['message']);
    return message === undefined ? undefined : { field: textOf(error['field']) ?? '', message };
  });
  return {
    status: numberOf(value['status']) ?? status,
    title: textOf(value['title']),
    detail: textOf(value['detail']),
    errors,
  };
}
