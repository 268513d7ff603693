import { instantOf, isObject, listOf, numberOf, textOf } from './json.js';

/** What the service says is wrong (RFC 9457), in the caller's language. */
export interface Problem {
  readonly status: number;
  readonly title?: string;
  readonly detail?: string;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** The answer that ended a question. */
  readonly answered?: Answered;
}

/** An answer that was given before: the option, in words where a person chose it, and when (epoch milliseconds). */
export interface Answered {
  readonly option: string;
  readonly label?: string;
  readonly at: number;
  /** How many photos may still follow it. */
  readonly mostPhotos?: number;
}

function answeredOf(value: unknown): Answered | undefined {
  if (!isObject(value)) return undefined;
  const option = textOf(value['option']);
  const at = instantOf(value['at']);
  if (option === undefined || at === undefined) return undefined;
  return { option, label: textOf(value['label']), at, mostPhotos: numberOf(value['mostPhotos']) };
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
    answered: answeredOf(value['answered']),
  };
}
