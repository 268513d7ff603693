import * as fc from 'fast-check';
import { RouteTable } from '../http-api/route-table.js';

const ROUTES = [
  '$default',
  'GET /town',
  'GET /town/{part}',
  'GET /town/leave',
  'POST /town/leave',
  'DELETE /town/leave/{staff}/{from}',
  'GET /town/export',
  'GET /town/programmes/{id}',
  'ANY /town/{proxy+}',
  'GET /staff',
  'GET /staff/{id}',
  'GET /{proxy+}',
];

describe('whatever the order in which the routes of an API are made', () => {
  test.each([
    ['GET', '/town', 'GET /town'],
    ['GET', '/town/leave', 'GET /town/leave'],
    ['GET', '/town/export', 'GET /town/export'],
    ['GET', '/town/grids', 'GET /town/{part}'],
    ['GET', '/town/programmes/gas', 'GET /town/programmes/{id}'],
    ['DELETE', '/town/leave/a/2026-09-01', 'DELETE /town/leave/{staff}/{from}'],
    ['PUT', '/town/leave', 'ANY /town/{proxy+}'],
    ['GET', '/staff/7', 'GET /staff/{id}'],
    ['GET', '/elsewhere', 'GET /{proxy+}'],
    ['POST', '/elsewhere', '$default'],
  ])('%s %s goes to %s', (method, path, routeKey) => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ROUTES, { minLength: ROUTES.length }), (routes) => {
        const table = new RouteTable<null>();
        for (const one of routes) table.add({ routeKey: one, target: null });
        expect(table.match(method, path)?.route.routeKey).toBe(routeKey);
      }),
    );
  });
});
