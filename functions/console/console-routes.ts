import { keyOf, type Route, type RouteAccess } from '../../contracts/route.js';

export type ConsoleRoutes = Readonly<Record<string, RouteAccess>>;

/** The guarded ones of a function's routes, by their keys at API Gateway. */
export const guardedOf = (routes: Readonly<Record<string, Route>>): ConsoleRoutes =>
  Object.fromEntries(
    Object.values(routes).flatMap((route) =>
      route.permission === undefined ? [] : [[keyOf(route), route.permission]],
    ),
  );
