import type { EnvironmentName } from '../adapters/environment.js';
import type { TopicName } from '../adapters/grants.js';
import type { Needs } from '../adapters/services.js';
import type { Route } from '../contracts/route.js';

/**
 * All that is said of a function, in `functions/<door>/<name>/function.ts`; its name and its door are its folder's. The
 * bundler makes its entry of it, the stack the function, what calls it, its role and its environment, and the types
 * what its handler gets.
 */
export interface FunctionDeclaration {
  /** Its purpose in a sentence; AWS's own console shows it to administrators, in English like everything there. */
  readonly purpose: string;
  /** The routes of the API that it answers; those with a permission are behind the tokens of the console's issuer. */
  readonly routes?: Readonly<Record<string, Route>>;
  readonly schedule?: Scheduled;
  /** The topic that calls it. */
  readonly topic?: TopicName;
  /** The topic behind which a queue keeps what it works on. */
  readonly queue?: 'inboundTopic';
  readonly needs: Needs;
  /** Needs of shared code that this function never comes to: they compile, and are not granted. */
  readonly ungranted?: Needs;
  /** Names in its environment besides those that its needs imply. */
  readonly told?: readonly EnvironmentName[];
  readonly size?: FunctionSize;
}

/** It runs on a schedule and is told the time it was to run at. A run that failed is made good by the next. */
export interface Scheduled {
  /** The part of the stack that holds the schedule. */
  readonly part: string;
  readonly every: 'five minutes' | 'half hour';
}

/** How much of Lambda a function gets, where that is not as usual. */
export interface FunctionSize {
  readonly megabytes: number;
  readonly seconds: number;
}

/** A declaration as the bundler writes it beside the bundles, for the stack to read. */
export interface DeclaredFunction extends Omit<FunctionDeclaration, 'routes'> {
  readonly name: string;
  readonly door: string;
  readonly routes: readonly Pick<Route, 'method' | 'path' | 'permission'>[];
}
