import type { Direction } from '../domain/sms/direction.js';
import { monthOf } from './board-query.js';
import { key } from './table-keys.js';

/** A text by which way it went and what it is known by: what it is for, or the carrier's message id. */
export interface LoggedText {
  readonly direction: Direction;
  readonly id: string;
}

export const OF_TEXTS = 'texts-';
export const textsOfRequest = (town: string, request: string): string =>
  key(town, 'history', `request-${request}`);
/** The kind of history that texts are. */
export const TEXT = 'text#';

/** Where a text lies in the log: among all of its month, and among those about its request. What it says stays in the item. */
export function logKeys(
  town: string,
  { direction, id, at, request }: LoggedText & { at: number; request?: string | undefined },
) {
  const place = `${new Date(at).toISOString()}#${direction}#${id}`;
  return {
    facts: { direction, ...(request === undefined ? {} : { request }) },
    boardKey: key(town, 'board', OF_TEXTS + monthOf(at)),
    boardSort: place,
    ...(request === undefined
      ? {}
      : { historyKey: textsOfRequest(town, request), historySort: TEXT + place }),
  };
}

/** The text behind a place in the log. */
export function loggedAt(place: string): LoggedText {
  const [, direction, ...id] = place.split('#');
  return { direction: direction === 'in' ? 'in' : 'out', id: id.join('#') };
}
