import { array, assert, asyncProperty, boolean, integer, tuple } from 'fast-check';
import { createClock } from '../../clock/create-clock.js';
import { readIsoDuration } from '../../clock/iso-duration.js';

const START = Date.UTC(2026, 10, 23);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a manual clock', () => {
  it('fires timers in order of time, then of insertion, each at its own time', async () => {
    await assert(
      asyncProperty(array(integer({ min: 0, max: 20 }), { maxLength: 30 }), async (delays) => {
        const clock = createClock({ mode: 'manual', start: START });
        const fired: { index: number; at: number }[] = [];
        delays.forEach((delay, index) =>
          clock.schedule(START + delay, () => fired.push({ index, at: clock.now() - START })),
        );
        await clock.advance(20);
        const expected = delays
          .map((at, index) => ({ index, at }))
          .sort((a, b) => a.at - b.at || a.index - b.index);
        expect(fired).toEqual(expected);
        expect(clock.now()).toBe(START + 20);
      }),
      { numRuns: 40 },
    );
  });

  it('never fires a cancelled timer', async () => {
    await assert(
      asyncProperty(array(tuple(integer({ min: 0, max: 9 }), boolean()), { maxLength: 20 }), async (plan) => {
        const clock = createClock({ mode: 'manual', start: START });
        const fired: number[] = [];
        const cancels = plan.map(([delay], index) => clock.schedule(START + delay, () => fired.push(index)));
        plan.forEach(([, cancelled], index) => cancelled && cancels[index]?.());
        await clock.advance(10);
        expect(fired.sort((a, b) => a - b)).toEqual(
          plan.flatMap(([, cancelled], index) => (cancelled ? [] : [index])),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('stands still without advance', async () => {
    const clock = createClock({ mode: 'manual', start: START });
    let fired = false;
    clock.schedule(START, () => (fired = true));
    await turn();
    expect(fired).toBe(false);
    await clock.advance(0);
    expect(fired).toBe(true);
  });

  it('lets the work that a timer started finish before time moves on', async () => {
    const clock = createClock({ mode: 'manual', start: START });
    const seen: string[] = [];
    clock.schedule(START + 10, () => {
      const end = clock.begin();
      void turn()
        .then(turn)
        .then(() => {
          seen.push(`work done at ${clock.now() - START}`);
          clock.schedule(clock.now() + 5, () => seen.push(`follow-up at ${clock.now() - START}`));
          end();
        });
    });
    clock.schedule(START + 12, () => seen.push(`later at ${clock.now() - START}`));
    await clock.advance(100);
    expect(seen).toEqual(['work done at 10', 'later at 12', 'follow-up at 15']);
  });

  it('takes two advances one after the other', async () => {
    const clock = createClock({ mode: 'manual', start: START });
    await Promise.all([clock.advance(10), clock.advance(5)]);
    expect(clock.now()).toBe(START + 15);
  });

  it('refuses to end the same piece of work twice', () => {
    const end = createClock({ mode: 'manual' }).begin();
    end();
    expect(end).toThrow('ended twice');
  });
});

describe('a skipping clock', () => {
  it('jumps from timer to timer while nothing is under way', async () => {
    const clock = createClock({ mode: 'skip', start: START });
    const month = 30 * 86_400_000;
    const times = await new Promise<number[]>((resolve) => {
      const seen: number[] = [];
      const again = () => {
        seen.push(clock.now() - START);
        if (seen.length === 3) resolve(seen);
        else clock.schedule(clock.now() + month, again);
      };
      clock.schedule(START + month, again);
    });
    expect(times).toEqual([month, 2 * month, 3 * month]);
    clock.close();
  });

  it('passes background timers on its way but is not driven by them', async () => {
    const clock = createClock({ mode: 'skip', start: START });
    const seen: string[] = [];
    const daily = () => {
      seen.push(`daily ${clock.now() - START}`);
      clock.schedule(clock.now() + 100, daily, { background: true });
    };
    clock.schedule(START + 100, daily, { background: true });
    clock.schedule(START + 250, () => seen.push('deadline'));
    for (let i = 0; i < 30; i += 1) await turn();
    expect(seen).toEqual(['daily 100', 'daily 200', 'deadline']);
    expect(clock.now()).toBe(START + 250);
  });

  it('stands still while something is under way', async () => {
    const clock = createClock({ mode: 'skip', start: START });
    const end = clock.begin();
    let fired = false;
    clock.schedule(START + 1000, () => (fired = true));
    for (let i = 0; i < 10; i += 1) await turn();
    expect(fired).toBe(false);
    end();
    await clock.settled();
    await turn();
    expect(fired).toBe(true);
  });
});

describe('a real clock', () => {
  it('follows the machine, and advance shifts it past the timers on the way', async () => {
    const clock = createClock({ mode: 'real' });
    const fired: string[] = [];
    clock.schedule(clock.now() + 3 * 86_400_000, () => fired.push('in three days'));
    clock.schedule(clock.now() + 10 * 86_400_000, () => fired.push('in ten days'));
    await clock.advance(4 * 86_400_000);
    expect(fired).toEqual(['in three days']);
    expect(clock.now() - Date.now()).toBeGreaterThan(4 * 86_400_000 - 1000);
    clock.close();
  });

  it('fires a timer that is due by itself', async () => {
    const clock = createClock({ mode: 'real' });
    const due = clock.now() + 5;
    await new Promise<void>((resolve) => clock.schedule(due, resolve));
    expect(clock.now()).toBeGreaterThanOrEqual(due);
    clock.close();
  });

  it('keeps its time when its mode changes', () => {
    const clock = createClock({ mode: 'manual', start: START });
    clock.setMode('real');
    expect(Math.abs(clock.now() - START)).toBeLessThan(1000);
    clock.close();
  });
});

describe('ISO 8601 durations', () => {
  it.each([
    ['P3D', 3 * 86_400_000],
    ['PT2H30M', 9_000_000],
    ['P1W', 7 * 86_400_000],
    ['P1DT12H', 36 * 3_600_000],
    ['PT0.5S', 500],
  ])('%s is %d ms', (text, milliseconds) => expect(readIsoDuration(text)).toBe(milliseconds));

  it.each(['', 'P', 'PT', '3D', 'P1M', 'P1Y', 'P-1D', 'P1H'])('%p is refused', (text) =>
    expect(readIsoDuration(text)).toBeUndefined(),
  );
});
