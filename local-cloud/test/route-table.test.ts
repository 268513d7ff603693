import * as fc from 'fast-check';
import { RouteTable } from '../http-api/route-table.js';

const ROUTES = [
  '$default',
  'GET /shop',
  'GET /shop/{part}',
  'GET /shop/leave',
  'POST /shop/leave',
  'DELETE /shop/leave/{staff}/{from}',
  'GET /shop/export',
  'GET /shop/orders/{id}',
  'ANY /shop/{proxy+}',
  'GET /staff',
  'GET /staff/{id}',
  'GET /{proxy+}',
];

describe('whatever the order in which the routes of an API are made', () => {
  test.each([
    ['GET', '/shop', 'GET /shop'],
    ['GET', '/shop/leave', 'GET /shop/leave'],
    ['GET', '/shop/export', 'GET /shop/export'],
    ['GET', '/shop/shelves', 'GET /shop/{part}'],
    ['GET', '/shop/orders/nine', 'GET /shop/orders/{id}'],
    ['DELETE', '/shop/leave/a/2026-09-01', 'DELETE /shop/leave/{staff}/{from}'],
    ['PUT', '/shop/leave', 'ANY /shop/{proxy+}'],
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
