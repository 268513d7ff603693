import * as z from 'zod';
import type { Direction } from '../domain/sms/direction.js';
import { monthOf } from './board-query.js';
import { asksBeside, key } from './table-keys.js';

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

/** The purpose of a text begins with its subject, mostly a request, so that texts about the same lie together. */
const subjectOf = (purpose: string): string => purpose.split('/', 1)[0] ?? purpose;

/** Where a text out lies. */
export const textKey = (town: string, purpose: string) => ({
  pk: key(town, 'text', subjectOf(purpose)),
  sk: purpose,
});
/** Texts about a request whose purposes begin with it. */
export const textsBeside = (town: string, request: string): string => key(town, 'text', request);

/** The purpose of the reply to an incoming text. */
export const replyPurpose = (message: string): string => REPLY + message;
const REPLY = 'reply:';
/** The incoming text that a purpose answers. */
export const answeredBy = (purpose: string): string | undefined =>
  purpose.startsWith(REPLY) ? purpose.slice(REPLY.length) : undefined;

/** What brought the answers of the asks beside a request, and no more of these: the tokens of their tasks are not read. */
export const answersBeside = (town: string, request: string) => ({
  ...asksBeside(town, request),
  ProjectionExpression: '#answer.#key',
  ExpressionAttributeNames: { '#answer': 'answer', '#key': 'key' },
});
const answeredSchema = z.array(z.object({ answer: z.object({ key: z.string() }).optional() }));
/** The same, each once: texts, by the carrier's ids, and submissions of pages. One text may answer several asks. */
export const broughtBy = (asks: readonly unknown[]): string[] => [
  ...new Set(answeredSchema.parse(asks).flatMap(({ answer }) => answer?.key ?? [])),
];

const BEFORE = 'text';
/** Where it lay before: those that are kept from then are found there. */
export const textKeyBefore = (town: string, purpose: string) => ({
  pk: key(town, 'text', purpose),
  sk: BEFORE,
});
export const isFromBefore = (sk: string | undefined): boolean => sk === BEFORE;

/** The purpose of the text that lies at a key. */
export function purposeAt(town: string, { pk, sk }: { readonly pk: string; readonly sk: string }): string {
  return isFromBefore(sk) ? pk.slice(key(town, 'text', '').length) : sk;
}

/**
 * Where a text lies in the log: among all of its month, and among those about its request that lie elsewhere, or of its
 * number. What it says stays in the item. A text that answers one that came in is found beside that, and one that
 * answers an ask through the ask.
 */
export function logKeys(
  town: string,
  { direction, id, at, request, contact, answers, sk, isInAsk = false }: LoggedText & Placed,
) {
  if (answers !== undefined) return {};
  const isBeside = isInAsk || (direction === 'out' && subjectOf(id) === request && !isFromBefore(sk));
  const place = `${new Date(at).toISOString()}#${direction}#${id}`;
  return {
    facts: { direction, ...(request === undefined ? {} : { request }) },
    boardKey: key(town, 'board', OF_TEXTS + monthOf(at)),
    boardSort: place,
    ...(isBeside || (request === undefined && contact === undefined)
      ? {}
      : { historyKey: besideWhat(town, request, contact), historySort: TEXT + place }),
  };
}

interface Placed {
  readonly at: number;
  readonly request?: string | undefined;
  /** The code that stands for the number of a resident. */
  readonly contact?: string | undefined;
  /** The incoming text that it answers, by the carrier's id. */
  readonly answers?: string | undefined;
  /** An ask of its request keeps the answer that it was. */
  readonly isInAsk?: boolean | undefined;
  /** Where it lies, if that is where texts lay before. */
  readonly sk?: string | undefined;
}

const besideWhat = (town: string, request: string | undefined, contact = ''): string =>
  request === undefined ? textsOfNumber(town, contact) : textsOfRequest(town, request);

/** The text behind a place in the log. */
export function loggedAt(place: string): LoggedText {
  const [, direction, ...id] = place.split('#');
  return { direction: direction === 'in' ? 'in' : 'out', id: id.join('#') };
}
