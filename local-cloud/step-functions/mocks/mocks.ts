import type { Json } from '../../states-language/json.js';

/** The answer of a mocked task at some of its state's invocations; the first of an execution is 0. */
export type MockedResponse = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'return'; readonly result: Json }
  | { readonly kind: 'throw'; readonly error: string; readonly cause: string }
);

export interface MockedState {
  /** The name of the response in the mock file. */
  readonly name: string;
  readonly responses: readonly MockedResponse[];
}

/** The mocked tasks of one test case, by the name of their state. The others are called. */
export type Mocks = Readonly<Record<string, MockedState>>;
