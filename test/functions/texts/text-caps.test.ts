import type { OutgoingText } from '../../../adapters/text-sender.js';
import { caseTown } from '../../domain/request/case-town.js';
import { eachWorld } from '../each-world.js';
import { type FunctionWorld, RESIDENT } from '../function-world.js';

const { begin, logged } = eachWorld();

const MORNING = Date.parse('2026-08-24T09:00:00+08:00');
const DAY = 86_400_000;

/** A town that texts a number of a resident's twice a day, one of the staff's three times, and five texts in all. */
function frugal() {
  const town = caseTown();
  const few = { resident: 2, staff: 3, town: 5 };
  const shares = { residents: 100, replies: 100, staff: 100, codes: 100 };
  const caps = { everyday: few, emergencies: few, shares };
  return { ...town, settings: { ...town.settings, sms: { ...town.settings.sms, caps } } };
}

let sent = 0;
async function send(world: FunctionWorld, to: string, times: number, more: Partial<OutgoingText> = {}) {
  for (let i = 0; i < times; i += 1) {
    sent += 1;
    const text = { purpose: `sample/${sent}`, to, body: 'words', at: MORNING, ...more };
    await world.services.texts.send(world.town, text);
  }
}
/** What was sent to a number but for notices about caps. */
const got = (world: FunctionWorld, phone: string): number =>
  world.textsTo(phone).filter((body) => body === 'words').length;
const notices = (world: FunctionWorld): string[] =>
  world.texts.map(({ body }) => body).filter((body) => body.includes('told-cap'));

describe('the caps on texts', () => {
  it("are of a number, more for the staff's than for a resident's, and begin anew every day", async () => {
    const world = await begin(frugal());
    await send(world, RESIDENT, 4);
    expect(got(world, RESIDENT)).toBe(2);
    await send(world, world.phoneOf('a1'), 4);
    expect(got(world, world.phoneOf('a1'))).toBe(3);
    await send(world, RESIDENT, 1, { at: MORNING + DAY });
    expect(got(world, RESIDENT)).toBe(3);
  });

  it('are of the whole town, however many numbers are texted', async () => {
    const world = await begin(frugal());
    for (let n = 0; n < 8; n += 1) await send(world, `+861990000080${n}`, 1);
    expect(world.texts.filter(({ body }) => body === 'words')).toHaveLength(5);
    expect(notices(world).join()).toContain('told-cap-town');
  });

  it('are told to the duty desk, all that were not sent for one reason together', async () => {
    const world = await begin(frugal());
    await send(world, RESIDENT, 12);
    expect(notices(world)).toHaveLength(1);
    expect(notices(world)[0]).toContain('told-cap-number');
    expect(await world.services.floods.list('small-town')).toMatchObject([
      { kind: 'texts', count: 10, beyond: { of: 'number', share: 'residents', cap: 2 } },
    ]);
    // What came since is told in the next half hour, as one.
    const due = await world.services.texts.stored.due('small-town', MORNING + 1_800_000, 10);
    expect(due.texts).toHaveLength(1);
    await send(world, RESIDENT, 3, { at: MORNING + DAY });
    expect(notices(world)).toHaveLength(2);
    expect(logged().join()).toContain('text beyond a cap');
    expect(logged().join()).not.toContain(RESIDENT);
  });

  it('leave emergencies a headroom of their own, which ends as well', async () => {
    const world = await begin(frugal());
    await send(world, RESIDENT, 4);
    await send(world, RESIDENT, 4, { atOnce: 'emergency' });
    expect(got(world, RESIDENT)).toBe(4);
    expect(notices(world)).toHaveLength(2);
  });

  it('are not used up by the retries of a carrier that is down', async () => {
    const world = await begin(frugal());
    const text = { purpose: 'sample/retried', to: RESIDENT, body: 'words', at: MORNING };
    world.failures.carrier = 2;
    for (let n = 0; n < 5; n += 1) await world.services.texts.send(world.town, text);
    for (const minutes of [5, 10, 15]) await world.sweep(MORNING + minutes * 60_000);
    await send(world, RESIDENT, 2);
    expect(got(world, RESIDENT)).toBe(2);
  });

  it('count a text once that waits for its carrier, and then for the morning', async () => {
    const world = await begin(frugal());
    const evening = MORNING + 11 * 3_600_000;
    world.failures.carrier = 1;
    await send(world, RESIDENT, 2, { at: evening });
    await world.sweep(evening + 3 * 3_600_000);
    expect(got(world, RESIDENT)).toBe(0);
    const morning = Date.parse('2026-08-25T07:00:00+08:00');
    const { texts } = await world.services.texts.stored.due('small-town', morning, 10);
    for (const purpose of texts)
      await world.services.texts.sendHeld(world.town, purpose, morning, async () => false);
    expect(got(world, RESIDENT)).toBe(2);
    await send(world, RESIDENT, 2, { at: morning + 3_600_000 });
    expect(got(world, RESIDENT)).toBe(4);
  });

  it('hold back for good: the same text is not sent the next day either', async () => {
    const world = await begin(frugal());
    await send(world, RESIDENT, 2);
    const late = { purpose: 'sample/late', to: RESIDENT, body: 'words' };
    await world.services.texts.send(world.town, { ...late, at: MORNING });
    await world.services.texts.send(world.town, { ...late, at: MORNING + DAY });
    expect(got(world, RESIDENT)).toBe(2);
  });

  it('count what was held in the night on the day on which it is sent', async () => {
    const world = await begin(frugal());
    await send(world, RESIDENT, 2);
    await send(world, RESIDENT, 3, { at: MORNING + 14 * 3_600_000 });
    const morning = MORNING + DAY;
    const due = await world.services.texts.stored.due('small-town', morning, 10);
    for (const purpose of due.texts)
      await world.services.texts.sendHeld(world.town, purpose, morning, () => Promise.resolve(false));
    expect(got(world, RESIDENT)).toBe(4);
  });
});
