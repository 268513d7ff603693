import type { AnswerOf, Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts, answerOf, type Asked } from '../../call-route.js';
import { readAnswer } from '../../read-answer.js';
import type { Language } from '../../../domain/words/language.js';
import { LATE, UNREACHED, UNREADABLE } from './words.js';

/** A problem as the API words it (RFC 9457), in the language that was asked for. */
export interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly [extension: string]: unknown;
}

/** A call that the API refused, that did not reach it or whose answer did not come back whole (status 0 for both). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export interface Client {
  /** The answer of a route. Rejects with a `ProblemError`. */
  readonly call: <R extends Route>(route: R, asked?: Asked<R>) => Promise<AnswerOf<R>>;
  /** A file that a route makes; it needs the token, so that a plain link cannot fetch it. */
  readonly file: <R extends Route>(route: R, parts: AddressParts<R>) => Promise<Blob>;
}

export interface ClientOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly language: Language;
  readonly token: string;
  /** The token has ended or was refused. */
  readonly onSignedOut: () => void;
}

async function problemIn(response: Response, language: Language): Promise<Problem> {
  const { status, statusText, headers } = response;
  const isJson = headers.get('content-type')?.includes('json');
  // A problem that breaks off on the way is told like one that says nothing.
  const said = isJson ? ((await response.json().catch(() => ({}))) as object) : {};
  if (!('title' in said) && status >= 502 && status <= 504) return { status, ...LATE[language] };
  // HTTP/2 has no words for a status.
  if (!('title' in said) && statusText === '') return { ...UNREADABLE[language], status };
  return { status, title: statusText, ...said };
}

/** Calls the API as who is signed in. */
export function createClient({ fetch, language, token, onSignedOut }: ClientOptions): Client {
  const send = async <R extends Route>(route: R, { body, ...parts }: Asked<R>): Promise<Response> => {
    const response = await fetch(addressOf(route, parts), {
      method: route.method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => {
      throw new ProblemError(UNREACHED[language]);
    });
    if (response.status === 401) onSignedOut();
    if (!response.ok) throw new ProblemError(await problemIn(response, language));
    return response;
  };
  // What was asked for may have been done all the same: nobody is told that it was not.
  const unreadable = (): never => {
    throw new ProblemError(UNREADABLE[language]);
  };
  return {
    async call<R extends Route>(route: R, asked: Asked<R> = {}) {
      const response = await send(route, asked);
      return readAnswer(answerOf(route), await response.json().catch(() => undefined)) ?? unreadable();
    },
    file: async (route, parts) => (await send(route, parts)).blob().catch(unreadable),
  };
}
