import { ENVIRONMENT } from '../../adapters/environment.js';
import { measure, secondsBetween } from '../../adapters/metrics.js';

let written: string[] = [];

beforeEach(() => {
  written = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env[ENVIRONMENT.metrics];
});

describe('what is measured', () => {
  it('is one line that CloudWatch reads as metrics: of its moment, with its unit, without dimensions', () => {
    process.env[ENVIRONMENT.metrics] = 'SmallGrid';
    measure(1_787_000_000_000, { OldestUndeliveredText: 900, UndeliveredTexts: 3 });
    expect(written).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toEqual({
      _aws: {
        Timestamp: 1_787_000_000_000,
        CloudWatchMetrics: [
          {
            Namespace: 'SmallGrid',
            Dimensions: [[]],
            Metrics: [
              { Name: 'OldestUndeliveredText', Unit: 'Seconds' },
              { Name: 'UndeliveredTexts', Unit: 'Count' },
            ],
          },
        ],
      },
      OldestUndeliveredText: 900,
      UndeliveredTexts: 3,
    });
  });

  it('is nothing where no namespace is set', () => {
    measure(0, { TextsSent: 1 });
    expect(written).toEqual([]);
  });

  it('is never less than no time', () => {
    expect([secondsBetween(1000, 3600), secondsBetween(3600, 1000)]).toEqual([3, 0]);
  });
});
