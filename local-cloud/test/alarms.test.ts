import { Metrics } from '../alarms/metrics.js';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { control } from '../testing/sdk.js';
import {
  lambda,
  table,
  type Resources,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

const alarm = (properties: Readonly<Record<string, unknown>>): Resources[string] => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    Namespace: 'Sample',
    MetricName: 'Waiting',
    Period: 300,
    Statistic: 'Maximum',
    ComparisonOperator: 'GreaterThanOrEqualToThreshold',
    Threshold: 5,
    EvaluationPeriods: 2,
    TreatMissingData: 'notBreaching',
    ...properties,
  },
});

const resources: Resources = {
  ...table,
  ...lambda('Measure', 'measure', []),
  Long: alarm({ AlarmName: 'long' }),
  OfHall: alarm({
    AlarmName: 'of the hall',
    EvaluationPeriods: 1,
    Dimensions: [{ Name: 'Place', Value: 'hall' }],
  }),
  Silent: alarm({
    AlarmName: 'silent',
    Statistic: 'SampleCount',
    ComparisonOperator: 'LessThanThreshold',
    Threshold: 1,
    TreatMissingData: 'breaching',
  }),
  Unknown: alarm({ AlarmName: 'unknown', MetricName: 'Never', TreatMissingData: 'missing' }),
  Slow: alarm({ AlarmName: 'slow', Statistic: undefined, ExtendedStatistic: 'p99' }),
  Any: {
    Type: 'AWS::CloudWatch::CompositeAlarm',
    Properties: {
      AlarmName: 'any',
      AlarmRule: '(ALARM("arn:aws:cloudwatch:us-east-1:1:alarm:long") OR ALARM("of the hall"))',
    },
  },
};

let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(() => {
  assembly = writeAssembly(resources);
});
afterAll(() => assembly.remove());
beforeEach(async () => {
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
  });
});
afterEach(() => cloud.close());

const measure = (value: number, place?: string): Promise<unknown> =>
  cloud.invoke('Measure', { at: cloud.clock.now(), value, place });
const after = async (minutes: number): Promise<void> => cloud.clock.advance(minutes * 60_000);
const state = (name: string): string | undefined => cloud.alarms().find((one) => one.name === name)?.state;

describe('an alarm over what functions embed in their logs', () => {
  it('is raised once its metric was reached in as many of the latest periods as it says, and is over when it is not', async () => {
    await measure(7);
    expect(state('long')).toBe('OK');
    await after(5);
    await measure(5);
    expect([state('long'), state('any')]).toEqual(['ALARM', 'ALARM']);
    await after(5);
    await measure(4);
    expect([state('long'), state('any')]).toEqual(['OK', 'OK']);
  });

  it('looks at its own dimensions alone', async () => {
    await measure(9, 'barn');
    expect(state('of the hall')).toBe('OK');
    await measure(9, 'hall');
    expect(state('of the hall')).toBe('ALARM');
  });

  it.each([
    ['Sum', 13],
    ['Average', 13 / 3],
    ['Maximum', 9],
    ['Minimum', 1],
    ['SampleCount', 3],
  ] as const)(
    'the %s of a period counts each measurement once, also those of one second',
    (statistic, value) => {
      const metrics = new Metrics();
      const of = { namespace: 'Sample', name: 'Waiting', dimensions: {} };
      for (const [at, measured] of [
        [START - 500, 100],
        [START, 100],
        [START + 500, 3],
        [START + 1900, 9],
        [START + 2000, 1],
        [START + 2001, 100],
      ] as const)
        metrics.put({ ...of, at, value: measured });
      expect(metrics.statistic(of, statistic, START, START + 2000)).toBe(value);
      expect(metrics.statistic(of, statistic, START + 3000, START + 5000)).toBeUndefined();
    },
  );

  it('hears silence where silence is bad, but none from before the host began', async () => {
    expect(state('silent')).toBe('OK');
    await after(11);
    expect(state('silent')).toBe('ALARM');
    await measure(0);
    expect(state('silent')).toBe('OK');
  });

  it('knows nothing where nothing was measured, and says so of what it cannot compute', async () => {
    const states = (await control(cloud, 'GET', 'alarms')).body as { name: string; state: string }[];
    expect(states.find(({ name }) => name === 'unknown')).toMatchObject({ state: 'INSUFFICIENT_DATA' });
    expect(states.find(({ name }) => name === 'slow')).toMatchObject({
      state: 'INSUFFICIENT_DATA',
      reason: expect.stringContaining('percentiles'),
    });
  });
});
