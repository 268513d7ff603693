import type { Json } from '../assembly/json.js';

/** Somebody who can sign in locally, by being picked from a list. */
export interface OidcUser {
  /** The claim `sub`. */
  readonly id: string;
  /** The claim `name`; also what the sign-in page shows. */
  readonly name: string;
  /** Further claims of both tokens: roles, a tenant. */
  readonly claims?: Readonly<Record<string, Json>> | undefined;
}

/** The built-in issuer of tokens. */
export interface OidcOptions {
  /** Those who can sign in, or what lists them each time somebody does. */
  readonly users: readonly OidcUser[] | (() => readonly OidcUser[]);
  /** Ids of the clients that may ask for tokens; a token's `aud` is the one that asked. */
  readonly clients: readonly string[];
  /** 0, the default, picks a free one. Tokens name the address, so that they end with it. */
  readonly port?: number | undefined;
  /** The template's parameter that is given the issuer's address. */
  readonly parameter?: string | undefined;
  /** How long tokens hold, of the machine's time: skipping time ends none; default: an hour. */
  readonly tokenSeconds?: number | undefined;
}
