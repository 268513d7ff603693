import * as z from 'zod';
import {
  type JsonOf,
  jsonOf,
  keyOf,
  type ParamsOf,
  type Route,
  type RouteAccess,
} from '../../contracts/route.js';
import { mayDo } from '../../domain/access/permissions.js';
import { type ConsoleUser, consoleUser } from './console-user.js';
import { type Answer, type AnswerProblem, type HttpCall, httpHandler, json } from './http-handler.js';
import { Problem, problemResponse } from './problem.js';
import { type Limits, readBody } from './read-body.js';
import { readQuery } from './read-query.js';

type Guarded = { readonly permission: RouteAccess };

/** A call of a route. Query and body are read by its schemas on demand: a check before may refuse the call. */
export type CallOf<R extends Route> = HttpCall & {
  readonly params: ParamsOf<R>;
  query(): z.output<R['query']>;
  body(limits?: Limits): z.output<JsonOf<R['body']>>;
  /** One of the answers that the route declares. */
  answer<Status extends keyof R['answers'] & number>(
    status: Status,
    body: z.input<JsonOf<R['answers'][Status]>>,
    headers?: Record<string, string>,
  ): Answer;
} & (R extends Guarded ? { readonly user: ConsoleUser } : unknown);

/** A call by somebody who signed in to the console. */
export interface ConsoleCall extends HttpCall {
  readonly user: ConsoleUser;
}

type Routes = Readonly<Record<string, Route>>;
type HandlersOf<All extends Routes> = {
  readonly [Name in keyof All]: (call: CallOf<All[Name]>) => Promise<Answer>;
};

/** Answers a function's routes, the console's by permission. A route without a handler does not compile. */
export function routeHandler<All extends Routes>(
  name: string,
  routes: All,
  handlers: HandlersOf<All>,
  answerProblem: AnswerProblem = problemResponse,
) {
  const names = new Map(Object.entries(routes).map(([one, route]) => [keyOf(route), one]));
  return httpHandler(
    name,
    async (call) => {
      const called: keyof All | undefined = names.get(call.event.routeKey);
      const route = called === undefined ? undefined : routes[called];
      if (called === undefined || route === undefined) throw new Problem('not-found');
      // One name names the route and its handler.
      return handlers[called](callOf(route, call) as CallOf<All[keyof All]>);
    },
    answerProblem,
  );
}

const callOf = (route: Route, call: HttpCall) => ({
  ...call,
  ...(route.permission === undefined ? {} : { user: allowedUser(call, route.permission) }),
  params: call.event.pathParameters ?? {},
  query: () => readQuery(call, route.query),
  body: (limits?: Limits) => readBody(call, jsonOf(route.body) ?? z.never(), limits),
  answer: json,
});

function allowedUser({ event }: HttpCall, access: RouteAccess): ConsoleUser {
  const user = consoleUser(event);
  const isAllowed = access === 'signed-in' ? user.roles.length > 0 : mayDo(user.roles, access);
  if (!isAllowed) throw new Problem('forbidden');
  return user;
}
