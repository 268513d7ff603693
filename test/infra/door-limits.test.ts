import { DOOR_LIMITS, doorLimit } from '../../infra/door-limits.js';
import { FUNCTIONS, ofType, synthesizeStacks } from './synthesized.js';

interface RouteLimit {
  readonly ThrottlingRateLimit: number;
  readonly ThrottlingBurstLimit: number;
}

const { whole, stacks } = synthesizeStacks();
const [stage] = Object.values(ofType(whole, 'AWS::ApiGatewayV2::Stage'));
const settings = (stage?.Properties['RouteSettings'] ?? {}) as Readonly<Record<string, RouteLimit>>;
const ofGateway = ({ rate, burst }: { rate: number; burst: number }): RouteLimit => ({
  ThrottlingRateLimit: rate,
  ThrottlingBurstLimit: burst,
});
/** Each route of the door, with its function. */
const ROUTES = FUNCTIONS.flatMap((declared) => declared.routes.map((route) => ({ declared, route })));

/** How many functions an account runs at once in a region, where nobody asked for more, and how many are left to workflows, queues and schedules. */
const AT_ONCE = 1000;
const OF_OTHERS = 100;

describe('limits at the door', () => {
  it('are those of every route by itself, so that none shares with another', () => {
    expect(Object.keys(settings).toSorted()).toEqual(
      ROUTES.map(({ route: { method, path } }) => `${method} ${path}`).toSorted(),
    );
    expect(stage?.Properties['DefaultRouteSettings']).toBeUndefined();
  });

  it.each([
    ['POST /carrier/{secretPath}', DOOR_LIMITS.carrier],
    ['GET /asks/{id}', DOOR_LIMITS.staff],
    ['POST /staff/codes', DOOR_LIMITS.staff],
    ['GET /admin/requests', DOOR_LIMITS.console],
    ['GET /admin/me', DOOR_LIMITS.console],
    ['GET /console/{proxy+}', DOOR_LIMITS.pages],
    ['GET /{proxy+}', DOOR_LIMITS.pages],
    ['GET /today', DOOR_LIMITS.reading],
    ['POST /requests', DOOR_LIMITS.sending],
    ['POST /plain', DOOR_LIMITS.sending],
  ])('of %s are as its door has them', (key, limit) => {
    expect(settings[key]).toEqual(ofGateway(limit));
  });

  it('are made after all routes, of which API Gateway must know', () => {
    const app = stacks.find(({ name }) => name === 'SmallGrid')?.template;
    const made = Object.values(app?.Resources ?? {}).find(({ Type }) => Type === 'AWS::ApiGatewayV2::Stage');
    const waitsFor = [made?.['DependsOn']].flat().map(String);
    for (const door of ['Residents', 'Staff', 'Console', 'Texts'])
      expect(waitsFor).toContainEqual(expect.stringMatching(new RegExp(`^${door}NestedStack`)));
  });

  it('leave workflows and incoming texts functions to run in, even when every route that is open to strangers is used to its limit', () => {
    // Behind a token of the console's issuer nobody comes to a function who is not signed in.
    const open = ROUTES.filter(({ route }) => route.permission === undefined);
    const atOnce = open.reduce((sum, { declared, route }) => {
      const { rate, takes } = doorLimit(declared, route);
      return sum + rate * takes;
    }, 0);
    expect(atOnce).toBeLessThanOrEqual(AT_ONCE - OF_OTHERS);
    // Which is why no function has a concurrency of its own reserved: that takes away from all others, and a new account has none to give.
    for (const { Properties } of Object.values(ofType(whole, 'AWS::Lambda::Function')))
      expect(Properties).not.toHaveProperty('ReservedConcurrentExecutions');
  });
});
