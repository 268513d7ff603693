import type { Direction } from '../domain/sms/direction.js';
import { monthOf } from './board-query.js';
import { key } from './table-keys.js';

/** A text by which way it went and what it is known by: what it is for, or the carrier's message id. */
export interface LoggedText {
  readonly direction: Direction;
  readonly id: string;
}

export const OF_TEXTS = 'texts-';
/** Of texts about no request: those of one number, by what stands for it. */
export const textsOfNumber = (town: string, contact: string): string =>
  key(town, 'history', `number-${contact}`);
export const textsOfRequest = (town: string, request: string): string =>
  key(town, 'history', `request-${request}`);
/** The kind of history that texts are. */
export const TEXT = 'text#';

/** Where a text lies in the log: among all of its month, and among those about its request, or of its number. What it says stays in the item. */
export function logKeys(town: string, { direction, id, at, request, contact }: LoggedText & Placed) {
  const place = `${new Date(at).toISOString()}#${direction}#${id}`;
  return {
    facts: { direction, ...(request === undefined ? {} : { request }) },
    boardKey: key(town, 'board', OF_TEXTS + monthOf(at)),
    boardSort: place,
    ...(request === undefined && contact === undefined
      ? {}
      : { historyKey: besideWhat(town, request, contact), historySort: TEXT + place }),
  };
}

interface Placed {
  readonly at: number;
  readonly request?: string | undefined;
  /** What stands for the number of a resident. */
  readonly contact?: string | undefined;
}

const besideWhat = (town: string, request: string | undefined, contact = ''): string =>
  request === undefined ? textsOfNumber(town, contact) : textsOfRequest(town, request);

/** The text behind a place in the log. */
export function loggedAt(place: string): LoggedText {
  const [, direction, ...id] = place.split('#');
  return { direction: direction === 'in' ? 'in' : 'out', id: id.join('#') };
}
