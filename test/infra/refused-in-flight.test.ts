import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../infra/read-settings.js';
import { GIVEN_UP } from '../../tools/templates/given-up.js';
import { inFlight, type InFlight, refusedInFlight } from '../../tools/templates/in-flight.js';
import { synthesize } from './synthesized.js';

/** What executions of the last release rely on, with the sample settings of `prod`; `npm run record:release` puts this one's in its place. */
const released = JSON.parse(
  readFileSync(join(import.meta.dirname, 'released-in-flight.json'), 'utf8'),
) as InFlight;
const whole = synthesize(readSettings('settings', 'prod'));
const now = inFlight(whole);

const REQUEST = 'small-grid-prod-resident-request';

/** This version without one thing. */
const without = (
  change: (of: { machines: Record<string, unknown>; granted: Record<string, unknown> }) => void,
): InFlight => {
  const copy = structuredClone(now);
  change(copy);
  return copy;
};
const withoutLine = (role: string, line: string): InFlight =>
  without(({ granted }) => {
    granted[role] = (granted[role] as string[]).filter((one) => one !== line);
  });

describe('an update of what works on the data', () => {
  it('leaves executions of the release before all that they rely on', () => {
    expect(Object.keys(released.machines).length).toBeGreaterThan(5);
    expect(refusedInFlight(released, now, GIVEN_UP)).toEqual([]);
  });

  it('gives up nothing without a reason that still holds', () => {
    const lost = refusedInFlight(released, now);
    expect(
      Object.keys(GIVEN_UP).filter((beginning) => !lost.some((line) => line.startsWith(beginning))),
    ).toEqual([]);
  });

  it('may add what it likes', () => {
    const more = without(({ machines, granted }) => {
      machines['another'] = { role: 'another', calls: [] };
      granted['another'] = ['lambda:InvokeFunction more'];
    });
    expect(refusedInFlight(now, more)).toEqual([]);
  });

  it.each<[string, InFlight, string]>([
    [
      'takes the right to call a function from a machine',
      withoutLine(REQUEST, 'lambda:InvokeFunction small-grid-prod-record-step'),
      `${REQUEST}: may no longer lambda:InvokeFunction small-grid-prod-record-step`,
    ],
    [
      'takes the right to run another machine',
      withoutLine(REQUEST, 'states:StartExecution small-grid-prod-coordination'),
      'may no longer states:StartExecution small-grid-prod-coordination',
    ],
    [
      'takes from a function what it does for an execution',
      withoutLine('small-grid-prod-record-step', 'dynamodb:PutItem small-grid-prod-records *#request#*'),
      'small-grid-prod-record-step: may no longer dynamodb:PutItem',
    ],
    [
      'lets nobody answer its tasks',
      withoutLine('anybody', `states:SendTaskSuccess ${REQUEST}`),
      `anybody: may no longer states:SendTaskSuccess ${REQUEST}`,
    ],
    [
      'renames a machine',
      without(({ machines }) => delete machines[REQUEST]),
      `${REQUEST}: is gone or renamed`,
    ],
    [
      'gives a machine another role',
      without(({ machines }) => (machines[REQUEST] = { role: 'other', calls: [] })),
      'go on under the role small-grid-prod-resident-request, which is gone',
    ],
  ])('is refused that %s', (_title, after, expected) => {
    expect(refusedInFlight(now, after)).toContainEqual(expect.stringContaining(expected));
  });
});
