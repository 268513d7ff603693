import type { Language } from '../../../domain/words/language.js';

/** What the API says is wrong (RFC 9457), in the language that was asked for. */
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

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Client {
  /** The answer of a call. Its type is the API's own (`contracts`), deployed together with this page. Rejects with a `ProblemError`. */
  readonly call: <Answer>(method: Method, path: string, body?: object) => Promise<Answer>;
  readonly get: <Answer>(path: string) => Promise<Answer>;
  /** A file that the API makes; it needs the token, so that a plain link cannot fetch it. */
  readonly file: (path: string) => Promise<Blob>;
}

export interface ClientOptions {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  readonly language: Language;
  readonly token: string;
  /** The token has ended or was refused. */
  readonly onSignedOut: () => void;
}

const UNREACHED: Problem = { status: 0, title: '' };

async function problemIn(response: Response): Promise<Problem> {
  const fallback: Problem = { status: response.status, title: response.statusText };
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  return { ...fallback, ...((await response.json()) as object) };
}

/** Calls the API as who is signed in. */
export function createClient({ fetch, language, token, onSignedOut }: ClientOptions): Client {
  const send = async (method: Method, path: string, body?: object): Promise<Response> => {
    const response = await fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }).catch(() => {
      throw new ProblemError(UNREACHED);
    });
    if (response.status === 401) onSignedOut();
    if (!response.ok) throw new ProblemError(await problemIn(response));
    return response;
  };
  const call = async <Answer>(method: Method, path: string, body?: object): Promise<Answer> => {
    const response = await send(method, path, body);
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  };
  return {
    call,
    get: (path) => call('GET', path),
    file: async (path) => (await send('GET', path)).blob(),
  };
}
