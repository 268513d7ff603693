import { eachWorld } from './each-world.js';

const { begin } = eachWorld();
const at = (time: string): number => Date.parse(`2026-08-24T${time}+08:00`);

describe('what a caller does', () => {
  it('is counted by the hour and by the day, each caller and each act by itself, and has room again then', async () => {
    const world = await begin();
    const { callers } = world.services;
    const { settings } = world.town;
    const count = (time: string, caller = 'A-1', act = 'reports') =>
      callers.count(settings, { caller, act, limit: { hour: 2, day: 3 } }, at(time));
    expect([await count('09:10:00'), await count('09:20:00')]).toEqual([undefined, undefined]);
    expect(await count('09:30:00')).toEqual({ retryAt: at('10:00:00') });
    expect([await count('09:30:00', 'A-2'), await count('09:30:00', 'A-1', 'dangers')]).toEqual([
      undefined,
      undefined,
    ]);
    expect(await count('10:00:00')).toBeUndefined();
    expect(await count('10:01:00')).toEqual({ retryAt: at('24:00:00') });
    expect(
      await callers.count(
        settings,
        { caller: 'A-1', act: 'reports', limit: { hour: 2, day: 3 } },
        at('24:00:00'),
      ),
    ).toBeUndefined();
  });

  it('at once is never counted beyond the limit', async () => {
    const world = await begin();
    const { callers } = world.services;
    const counted = await Promise.all(
      Array.from({ length: 20 }, () =>
        callers.count(
          world.town.settings,
          { caller: 'A-1', act: 'reports', limit: { hour: 5, day: 9 } },
          at('09:00:00'),
        ),
      ),
    );
    expect(counted.filter((full) => full === undefined)).toHaveLength(5);
  });
});
