import type { AlarmState } from '@small-grid/local-cloud';
import { numberOf } from './crowded-town.js';
import { eachStory } from './each-story.js';
import { LoopbackCarrier } from './loopback-carrier.js';
import type { TownStory } from './town-story.js';
import { keepToken, withCarrier } from './with-carrier.js';

let carrier: LoopbackCarrier;

beforeAll(async () => {
  carrier = await LoopbackCarrier.open();
});
afterAll(() => carrier.close());

const story = eachStory({ change: (town) => withCarrier(town, carrier.settings) });

async function quietTown(): Promise<TownStory> {
  carrier.forget();
  carrier.weather = () => 'takes';
  const town = story();
  await keepToken(town, carrier.settings);
  await town.advance('PT1H30M');
  return town;
}

const raised = (town: TownStory): readonly AlarmState[] =>
  town.cloud.alarms().filter(({ state }) => state === 'ALARM');
const names = (town: TownStory): string[] =>
  raised(town).map(({ name }) => name.replace('small-grid-local-', ''));

describe('who looks after the town', () => {
  it('is told nothing on a day on which all is well', async () => {
    const town = await quietTown();
    await town.submit();
    await town.advance('PT2H');
    expect(names(town)).toEqual([]);
  });

  it('is woken while the carrier hangs, reads who is hurt and what to do, and hears that it is over', async () => {
    const town = await quietTown();
    carrier.weather = () => 'hangs';
    await town.text(numberOf(1), '朱口村1组路灯不亮了');
    await town.advance('PT10M');
    expect(names(town)).not.toContain('TextsWait');
    await town.advance('PT15M');
    expect(names(town)).toEqual(expect.arrayContaining(['TextsWait', 'ResidentsWait']));
    const { description } = raised(town).find(({ name }) => name.endsWith('TextsWait')) ?? {
      description: '',
    };
    expect(description).toMatch(/居民收不到答复[^]*Hurt: [^]*Do: [^]*operations\.md#texts-wait$/);

    carrier.weather = () => 'takes';
    await town.advance('PT20M');
    expect(names(town)).toEqual([]);
  });

  it('hears in the morning of texts that the carrier refuses one by one', async () => {
    const town = await quietTown();
    carrier.moods.push('refuses');
    await town.text(numberOf(1), '朱口村1组路灯不亮了');
    carrier.weather = () => 'refuses';
    await town.advance('PT1H10M');
    expect(names(town)).toEqual(expect.arrayContaining(['TextsRefused', 'TextsRefused-ByDay']));
    expect(names(town)).not.toContain('TextsWait');
  });

  it('is woken soon by a text that cannot be taken in, long before it is given up', async () => {
    const town = await quietTown();
    await town.fault({
      service: 'dynamodb',
      action: 'BatchGetItem',
      error: 'InternalServerError',
      times: 1000,
    });
    await town.text(numberOf(2), '朱口村1组煤气味很大');
    await town.advance('PT9M');
    expect(names(town)).toEqual(expect.arrayContaining(['TextNotTaken', 'ResidentsWait']));
    await town.clearFaults();
    await town.advance('PT30M');
    expect(names(town)).not.toContain('TextNotTaken');
  });

  it('is woken when accepted requests are not begun', async () => {
    const town = await quietTown();
    await town.fault({ service: 'states', action: 'StartExecution', error: 'InternalError', times: 1000 });
    await town.submit();
    await town.advance('PT30M');
    expect(names(town)).toContain('RequestsWait');
    await town.clearFaults();
    await town.advance('PT20M');
    expect(names(town)).not.toContain('RequestsWait');
  });

  it('is woken when the sweep does not run, for then nobody would see anything else', async () => {
    const town = await quietTown();
    await town.fault({ function: 'SweepRequests', error: 'Boom', times: 1000 });
    await town.advance('PT20M');
    expect(names(town)).toContain('SweepSilent');
  });

  it('hears in the morning of a round that left no trace', async () => {
    const town = await quietTown();
    await town.fault({ service: 'states', action: 'StartExecution', error: 'InternalError', times: 1000 });
    await town.advance('PT9H');
    expect(names(town)).toContain('RoundMissing');
  });

  it('hears of no round in a week in which every round runs, nor of a backup', async () => {
    const town = await quietTown();
    const since = town.cloud.clock.now();
    await town.advance('P7D');
    const lines = town.cloud.logs().filter(({ at }) => at > since);
    // Each town's turn says the one, the schedule's call the other.
    for (const [name, usual] of [
      ['OverdueRounds', '0'],
      ['BackupAge', '300'],
    ] as const) {
      const measured = lines.flatMap(({ text }) => new RegExp(`"${name}":(\\d+)`).exec(text)?.[1] ?? []);
      expect(measured.length).toBeGreaterThan(300);
      expect(new Set(measured)).toEqual(new Set([usual]));
    }
  });

  it('measures nothing of anybody', async () => {
    const town = await quietTown();
    const { id } = await town.submit();
    await town.advance('PT1H');
    const lines = town.cloud.logs().filter(({ text }) => text.includes('CloudWatchMetrics'));
    expect(lines.length).toBeGreaterThan(0);
    for (const { text } of lines) {
      expect(text).not.toContain(id);
      const { _aws, ...values } = JSON.parse(text) as Record<string, unknown>;
      expect(Object.values(values).every((value) => typeof value === 'number')).toBe(true);
      expect(_aws).toMatchObject({
        CloudWatchMetrics: [{ Namespace: 'small-grid-local', Dimensions: [[]] }],
      });
    }
  });
});
