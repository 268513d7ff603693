import type { NEEDS } from './needs.js';

type Makers = typeof import('./stores.js');

/** Every store, sender and client there is. */
export type Stores = { readonly [Name in keyof Makers]: ReturnType<Makers[Name]> };

type Table = typeof NEEDS;
type VerbOf<Name extends keyof Table> = keyof Table[Name];

/** The needs of a function: of each store a verb, or several. */
export type Needs = { readonly [Name in keyof Table]?: VerbOf<Name> | readonly VerbOf<Name>[] };

interface Declared {
  readonly needs: Needs;
  readonly ungranted?: Needs;
}

type Gives<Verb> = Verb extends { readonly gives: readonly (infer Method)[] } ? Method : never;
type Methods<Name extends keyof Table, Verbs> = Gives<Table[Name][Verbs & VerbOf<Name>]>;

type Given<Needed> = {
  readonly [Name in keyof Needed & keyof Table]: Pick<
    Stores[Name],
    Methods<Name, Needed[Name] extends readonly (infer Verb)[] ? Verb : Needed[Name]> & keyof Stores[Name]
  >;
};

/**
 * The services that a function gets by its declaration: of each store the methods that its verbs give, and no others.
 * Code that takes a part of them says so in the same words: an honest list of effects.
 */
export type Services<Needed extends Needs | Declared> = Needed extends Declared
  ? Given<Needed['needs']> & (Needed extends { readonly ungranted: infer More } ? Given<More> : unknown)
  : Given<Needed>;
