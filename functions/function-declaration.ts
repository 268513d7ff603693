import type { EnvironmentName } from '../adapters/environment.js';
import type { TopicName } from '../adapters/grants.js';
import type { Needs } from '../adapters/services.js';
import type { Route } from '../contracts/route.js';

/**
 * All that is said of a function, in `functions/<door>/<name>/function.ts`; its name and its door are its folder's. The stack makes the
 * function, what calls it, its role and its environment of it, the bundler its entry, the types what its handler gets.
 */
export interface FunctionDeclaration {
  /** What it is for, in a sentence; AWS's own console shows it to administrators. */
  readonly purpose: string;
  /** The routes of the API that it answers; one with a permission is behind the issuer's tokens. */
  readonly routes?: Readonly<Record<string, Route>>;
  readonly needs: Needs;
  /**
   * What code that it shares with other functions can do and it never comes to: an answer to a task of the staff, where only requests are
   * answered. It compiles, and is not granted.
   */
  readonly ungranted?: Needs;
  /** What it is told by the environment besides what its needs imply. */
  readonly told?: readonly EnvironmentName[];
  readonly schedule?: Scheduled;
  /** The topic that calls it. */
  readonly topic?: TopicName;
  /** The topic behind which a queue keeps what it is to work on. */
  readonly queue?: TopicName;
  readonly size?: FunctionSize;
}

/** Runs on a schedule, and is told the time it was to run at. One that failed is made good by the next. */
export interface Scheduled {
  /** The part of the stack that holds the schedule. */
  readonly part: string;
  readonly everyMinutes: 5 | 30;
}

/** How much of Lambda a function gets, where that is not as usual. */
export interface FunctionSize {
  readonly megabytes: number;
  readonly seconds: number;
}
