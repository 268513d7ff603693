import { createKeptAnswers } from '../../../web/staff/kept-answers.js';
import { memoryKeep } from '../memory-keep.js';

const DAY = 86_400_000;

function setup() {
  const clock = { now: 10 * DAY };
  const keep = memoryKeep();
  return { clock, keep, kept: createKeptAnswers(keep, () => clock.now) };
}

describe('what was opened', () => {
  it('is there again, with when it was opened', () => {
    const { kept, clock, keep } = setup();
    kept.put('/asks/1', { id: '1' });
    clock.now += DAY;
    expect(createKeptAnswers(keep, () => clock.now).get('/asks/1')).toEqual({
      value: { id: '1' },
      at: 10 * DAY,
    });
    expect(kept.get('/asks/2')).toBeUndefined();
  });

  it('is forgotten after a week', () => {
    const { kept, clock } = setup();
    kept.put('/asks/1', {});
    clock.now += 7 * DAY + 1;
    expect(kept.get('/asks/1')).toBeUndefined();
  });

  it('is forgotten when it is over, and all of it by whoever signs out', () => {
    const { kept, keep } = setup();
    for (const address of ['/asks/1', '/asks/2']) kept.put(address, {});
    kept.drop('/asks/1');
    expect([kept.get('/asks/1'), kept.get('/asks/2')?.value]).toEqual([undefined, {}]);
    kept.clear();
    expect(keep.read('staff.opened')).toBeNull();
  });

  it('is nothing where the device holds something else', () => {
    const { kept, keep } = setup();
    keep.write('staff.opened', '[1');
    expect(kept.get('/asks/1')).toBeUndefined();
    kept.put('/asks/1', {});
    expect(kept.get('/asks/1')?.value).toEqual({});
  });
});
