import type { HistoryKind } from '../domain/statistics/history-facts.js';

/**
 * Every key of the one table. Each but the directory's begins with the town, so that one town's role can never reach
 * another's items, and its second part says what kind of item it is: policies grant by it (`dynamodb:LeadingKeys`).
 */
export const KEY_KIND = {
  /** A request with its timeline, and the asks put for it. */
  request: 'request',
  /** A task of the staff, and the asks put for it. */
  task: 'task',
  /** The personal half of a request. */
  person: 'person',
  /** The photos of a request. */
  photo: 'photo',
  /** Which of them the staff added, and to which answer. */
  workPhotos: 'work-photos',
  /** Copies of them that everybody may see, and the list of these. */
  published: 'published',
  /** The town's data, by version. */
  town: 'town',
  /** The town that a number reaches; of the directory. */
  number: 'number',
  /** Outgoing texts, by what they are for: sent once. */
  text: 'text',
  /** Incoming texts, by the carrier's message id: acted on once. */
  inbound: 'inbound',
  /** The choices of a phone number, such as opting out. */
  phone: 'phone',
  /** The keys that a town signs with. */
  secret: 'secret',
  /** The code that signs a member of staff in. */
  signIn: 'sign-in',
  /** Staff who signed in and not out. */
  session: 'session',
  /** A run of a recurring system with its report, by local date. */
  round: 'round',
  /** A visit to a household. */
  visit: 'visit',
  /** Who read personal data or changed something in the console, by day. */
  audit: 'audit',
  /** Who has a programme's places, and who waits for one. */
  quota: 'quota',
  /** People who came in person. */
  reception: 'reception',
  /** The desk's lessons for the town's reading, until they are taken over. */
  taught: 'taught',
  /** Index partitions. */
  grid: 'grid',
  contact: 'contact',
  unstarted: 'unstarted',
  history: 'history',
  held: 'held',
  /** The secrets by which a town and its HTTP carrier know each other. */
  carrier: 'carrier',
  /** How much was texted on a day. */
  tally: 'tally',
  /** How much a caller did on a day, by a code for its address or phone. */
  caller: 'caller',
  /** Reports held together and looked at as one: dangers of one origin, texts that are not sent. */
  flood: 'flood',
  board: 'board',
  /** A resident's wish to be erased, until it is carried out. */
  erasure: 'erasure',
  /** Sealed files of cases that were erased, each chained to the one before. */
  file: 'file',
} as const;
export type KeyKind = keyof typeof KEY_KIND;

export const key = (town: string, kind: KeyKind, id: string): string => `${town}#${KEY_KIND[kind]}#${id}`;

/** The secret that the town shows the carrier, and the path by which the carrier reaches the town. */
export const CARRIER_KEY = { outbound: 'http', inbound: 'inbound' } as const;

/** The trail of one request, beside the days. */
export const AUDITED_REQUEST = 'request/';

/** Outside any town: which towns there are and, by number, which one a number reaches. */
export const DIRECTORY = 'towns';

/** Which copies of photos everybody may see; no request is called so. */
export const PUBLISHED_LIST = 'list';

/** Sealed files lie apart from what the last of them is known by: whoever adds one cannot read any. */
export const FILES = { sealed: 'sealed', latest: 'latest' } as const;

export const INDEX = {
  /** Requests of a grid to which another report may be joined: pk `gridKey`, sk `gridSort`. */
  byGrid: 'by-grid',
  /** Asks and requests of a person (a member of staff, or a resident by hashed phone): `contactKey`, `contactSort`. */
  byContact: 'by-contact',
  /**
   * Work that was left undone, by `unstartedKey` and `unstartedSort`: accepted requests whose execution has not begun,
   * texts that the carrier did not take, wishes to be erased. Empty while all is well.
   */
  unstarted: 'unstarted',
  /** Everything of a grid by kind and time, closed things too: `historyKey`, `historySort`; projects `facts`. */
  history: 'history',
  /** Texts that wait for the quiet hours to end: `heldKey`, `heldSort`; empty in the daytime. */
  held: 'held',
  /** Open requests by when they are due, closed ones by when they were closed: `boardKey`, `boardSort`. */
  board: 'board',
} as const;

/** Where the history of a grid lies; what no grid was found for lies under 0. */
export const historyKey = (town: string, grid = 0): string => key(town, 'history', String(grid));
/** The moment something began; with its id behind it, its place in the history. */
export const historyMoment = (kind: HistoryKind, at: number): string =>
  `${kind}#${new Date(at).toISOString()}`;

/** The history index keys of an item. */
export const historyOf = (
  kind: HistoryKind,
  { town, grid, at, id }: { town: string; grid?: number | undefined; at: number; id: string },
) => ({ historyKey: historyKey(town, grid), historySort: `${historyMoment(kind, at)}#${id}` });

/** Ask numbers in their order as text. */
export const askSort = (n: number): string => `ask#${String(n).padStart(4, '0')}`;
/** The asks beside a request, joined reports that wait for it included. */
export const asksBeside = (town: string, request: string) => ({
  KeyConditionExpression: 'pk = :request AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: { ':request': key(town, 'request', request), ':from': 'ask#', ':to': 'join#~' },
});
export const joinSort = (request: string): string => `join#${request}`;
/** What lies at a place that `timeSort` made: since when, and its id. */
export function timedAt(sort: string): { readonly at: number; readonly id: string } {
  const [, at = '', ...id] = sort.split('#');
  return { at: Date.parse(at), id: id.join('#') };
}
export const timeSort = (
  kind: 'alarm' | 'ask' | 'answered' | 'erase' | 'erased' | 'reported' | 'request' | 'text',
  at: number,
  id: string,
): string => `${kind}#${new Date(at).toISOString()}#${id}`;
