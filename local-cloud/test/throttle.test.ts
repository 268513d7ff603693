import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { TokenBucket } from '../http-api/throttle.js';
import { echoApi, route } from './sample/http-resources.js';
import { ref, writeAssembly, type Resources, type SampleAssembly } from './sample/sample-assembly.js';

/** So slow that nothing comes back while a test runs, however long the machine takes. */
const SLOW = 0.001;

function bucketOf(rate: number, burst: number) {
  const cloud = { at: 0 };
  const machine = { at: 0 };
  const times = [{ now: () => cloud.at }, { now: () => machine.at }];
  const bucket = new TokenBucket({ rate, burst }, times);
  /** How many of so many at once are let in. */
  const letIn = (count: number): number =>
    Array.from({ length: count }, () => bucket.take()).filter(Boolean).length;
  return { cloud, machine, letIn };
}

describe('a token bucket', () => {
  it('lets in as many at once as its burst says', () => {
    expect(bucketOf(1, 5).letIn(8)).toBe(5);
  });

  it('fills by its rate, and never beyond its burst', () => {
    const { cloud, letIn } = bucketOf(2, 5);
    letIn(5);
    cloud.at += 1500;
    expect(letIn(9)).toBe(3);
    cloud.at += 3_600_000;
    expect(letIn(9)).toBe(5);
  });

  it('fills while the clock of the cloud stands still, by the time of the machine, and not by both at once', () => {
    const { cloud, machine, letIn } = bucketOf(1, 5);
    letIn(5);
    machine.at += 2000;
    expect(letIn(5)).toBe(2);
    machine.at += 2000;
    cloud.at += 2000;
    expect(letIn(5)).toBe(2);
  });

  it('does not empty when a clock is set back', () => {
    const { cloud, letIn } = bucketOf(1, 5);
    cloud.at -= 60_000;
    expect(letIn(5)).toBe(5);
  });
});

const stageOf = (settings: object, more: object = {}): Resources => ({
  ...echoApi,
  ...route('Public', 'GET /public'),
  ...route('Carrier', 'POST /carrier/{path}'),
  ...route('Other', 'GET /other'),
  ...route('Another', 'GET /another'),
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true, ...settings },
    DependsOn: ['Public', 'Carrier', 'Other', 'Another'],
    ...more,
  },
});

describe('a stage that limits its routes', () => {
  let assembly: SampleAssembly;
  let cloud: LocalCloud;
  beforeAll(async () => {
    const limit = (burst: number) => ({ ThrottlingRateLimit: SLOW, ThrottlingBurstLimit: burst });
    assembly = writeAssembly(
      stageOf({
        DefaultRouteSettings: limit(3),
        RouteSettings: { 'GET /public': limit(2), 'POST /carrier/{path}': limit(2) },
      }),
    );
    cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual', logLevel: 'silent' });
  });
  afterAll(async () => {
    await cloud.close();
    assembly.remove();
  });

  const called = async (path: string, method = 'GET') => (await fetch(cloud.url + path, { method })).status;

  it("answers 429 in its own words beyond a route's limit, and lets others in; skipped time opens it again", async () => {
    expect([await called('/public'), await called('/public'), await called('/public')]).toEqual([
      200, 200, 429,
    ]);
    const refused = await fetch(`${cloud.url}/public`);
    expect([refused.headers.get('content-type'), await refused.json()]).toEqual([
      'application/json',
      { message: 'Too Many Requests' },
    ]);
    // One route, whatever stands in its path.
    expect([
      await called('/carrier/a', 'POST'),
      await called('/carrier/b', 'POST'),
      await called('/carrier/c', 'POST'),
    ]).toEqual([200, 200, 429]);
    // Those of which nothing is said share what the stage has.
    expect([
      await called('/other'),
      await called('/another'),
      await called('/other'),
      await called('/another'),
    ]).toEqual([200, 200, 200, 429]);
    await cloud.clock.advance(1000 / SLOW);
    expect([await called('/public'), await called('/public')]).toEqual([200, 429]);
  });
});

describe('limits that AWS would not take', () => {
  it.each([
    [
      'of a route that is not there when the stage is made',
      { RouteSettings: { 'GET /nowhere': { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 1 } } },
      'Stage (AWS::ApiGatewayV2::Stage): Unable to find Route by key GET /nowhere within the provided RouteSettings',
    ],
    [
      'of which one half is missing, which would be a guess',
      { DefaultRouteSettings: { ThrottlingRateLimit: 1 } },
      'a rate and a burst go together',
    ],
  ])('are refused by name: %s', async (_title, settings, words) => {
    const assembly = writeAssembly(stageOf(settings));
    try {
      await expect(createLocalCloud({ assembly: assembly.directory, logLevel: 'silent' })).rejects.toThrow(
        words,
      );
    } finally {
      assembly.remove();
    }
  });
});
