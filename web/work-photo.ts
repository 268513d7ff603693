import { instantOf, isObject, textOf } from './json.js';

/** A photo of what was done, added by a member of staff to their answer. */
export interface WorkPhoto {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The name of whoever added it. */
  readonly by: string;
}

export function workPhotoOf(value: unknown): WorkPhoto | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const at = instantOf(value['at']);
  return id === undefined || at === undefined ? undefined : { id, at, by: textOf(value['by']) ?? '' };
}
