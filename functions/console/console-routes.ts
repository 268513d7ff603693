import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { mayDo, type Permission } from '../../domain/access/permissions.js';
import { type HttpCall, httpHandler } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { type ConsoleUser, consoleUser } from './console-user.js';

/** What a route asks of who calls it; `signed-in` is enough where there is nothing of the town to see. */
export type RouteAccess = Permission | 'signed-in';

export type ConsoleRouteKey = `${'GET' | 'POST' | 'PUT' | 'DELETE'} /admin/${string}`;

/**
 * The console's routes of one function, by their keys at API Gateway. The stack makes the routes from the same list, each behind
 * the authorizer, so that no route is without its permission.
 */
export type ConsoleRoutes = Readonly<Record<ConsoleRouteKey, RouteAccess>>;

export interface ConsoleCall extends HttpCall {
  readonly user: ConsoleUser;
}

type Answer = APIGatewayProxyStructuredResultV2;

/** Answers the routes of one function, each to whom its permission is given. A route without a handler does not compile. */
export const consoleHandler = <Key extends ConsoleRouteKey>(
  name: string,
  routes: Readonly<Record<Key, RouteAccess>>,
  handlers: Readonly<Record<Key, (call: ConsoleCall) => Promise<Answer>>>,
) =>
  httpHandler(name, async (call) => {
    const { routeKey } = call.event;
    if (!isRouteOf(routes, routeKey)) throw new Problem('not-found');
    const user = consoleUser(call.event);
    if (!isAllowed(user, routes[routeKey])) throw new Problem('forbidden');
    return handlers[routeKey]({ ...call, user });
  });

const isRouteOf = <Key extends ConsoleRouteKey>(
  routes: Readonly<Record<Key, RouteAccess>>,
  key: string,
): key is Key => Object.hasOwn(routes, key);

const isAllowed = ({ roles }: ConsoleUser, access: RouteAccess): boolean =>
  access === 'signed-in' ? roles.length > 0 : mayDo(roles, access);
