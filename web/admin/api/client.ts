import type { AnswerOf, Route } from '../../../contracts/route.js';
import { addressOf, type AddressParts, answerOf, type Asked } from '../../call-route.js';
import { readAnswer } from '../../read-answer.js';
import type { Language } from '../../../domain/words/language.js';
import { LATE, UNREACHED } from './words.js';

/** A problem as the API words it (RFC 9457), in the language that was asked for. */
export interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly [extension: string]: unknown;
}

/** A call that the API refused or that did not reach it (status 0). */
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
  const said = headers.get('content-type')?.includes('json') ? ((await response.json()) as object) : {};
  if (!('title' in said) && status >= 502 && status <= 504) return { status, ...LATE[language] };
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
  return {
    async call<R extends Route>(route: R, asked: Asked<R> = {}) {
      const response = await send(route, asked);
      // Where the connection ends in the middle of an answer, it cannot be read.
      const answer = readAnswer(answerOf(route), await response.json().catch(() => undefined));
      if (answer === undefined) throw new ProblemError(UNREACHED[language]);
      return answer;
    },
    file: async (route, parts) => (await send(route, parts)).blob(),
  };
}
