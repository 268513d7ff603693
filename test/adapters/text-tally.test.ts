import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { TextTally } from '../../adapters/text-tally.js';
import type { Town } from '../../domain/town/schema.js';
import { caseTown } from '../domain/request/case-town.js';
import { conditionFailed, tableMock } from './table-mock.js';

const AT = 1_700_010_000_000;
const cap = 5000;

function townOf(): Town {
  const town = caseTown();
  const few = { resident: 1000, staff: 1000, town: cap };
  const { caps } = town.settings.sms;
  const sms = { ...town.settings.sms, caps: { ...caps, everyday: few, emergencies: few } };
  return { ...town, settings: { ...town.settings, sms } };
}

/** Counters as DynamoDB keeps them, and how often the town's were written. */
function counters() {
  const { table, dynamodb } = tableMock();
  const counts = new Map<string, number>();
  const written = { town: 0 };
  dynamodb.on(UpdateItemCommand).callsFake(({ Key, ExpressionAttributeValues: values }) => {
    const place = JSON.stringify(Key);
    const texts = counts.get(place) ?? 0;
    if (texts > Number(values?.[':room'])) throw conditionFailed();
    counts.set(place, texts + Number(values?.[':more']));
    if (String(Key?.['pk']).endsWith('#town')) written.town += 1;
    return { Attributes: { texts: counts.get(place) } };
  });
  return { table, written };
}

describe("the town's count of a day's texts", () => {
  it.each(['emergencies', 'staff'] as const)(
    'loses nothing by functions that send one text each: %s',
    async (headroom) => {
      const { table } = counters();
      const town = townOf();
      const share =
        headroom === 'emergencies' ? cap : Math.ceil((cap * town.settings.sms.caps.shares.staff) / 100);
      const reached = [];
      for (let n = 0; n < share; n += 1)
        reached.push(
          await new TextTally(table).count(town, { to: `+8619900${n}`, at: AT, body: 'sample' }, headroom),
        );
      expect(reached.filter((one) => one !== undefined)).toEqual([]);
    },
  );

  it('is written less than once a text by a function that sends many', async () => {
    const { table, written } = counters();
    const tally = new TextTally(table);
    for (let n = 0; n < 100; n += 1)
      await tally.count(townOf(), { to: `+8619900${n}`, at: AT, body: 'sample' }, 'staff');
    expect(written.town).toBeLessThan(20);
  });

  it('of emergencies is exact: they are counted one by one', async () => {
    const { table, written } = counters();
    const tally = new TextTally(table);
    for (let n = 0; n < 100; n += 1)
      await tally.count(townOf(), { to: `+8619900${n}`, at: AT, body: 'sample' }, 'emergencies');
    expect(written.town).toBe(100);
  });
});
