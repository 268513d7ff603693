import { join } from 'node:path';
import { openTable } from '../../../adapters/dynamodb.js';
import { LotStore } from '../../../adapters/lot-store.js';
import { liveMonth } from '../../../tools/month/live-month.js';
import { sampleTown } from '../../towns/sample-town.js';

const town = sampleTown();
/** The last Friday of the month, on which every round but the visits' is held and the telephone sample is drawn. */
const SPAN = { from: '2026-08-28', days: 1 };

/** All that went out, and what the telephone sample was drawn with. */
async function lived(seed: number) {
  const assembly = join(import.meta.dirname, '../../../cdk.out');
  const { cloud } = await liveMonth({ assembly, town, span: SPAN, requests: 4, seed });
  try {
    const lots = new LotStore(openTable(cloud.outputs['TableName'] ?? '', cloud.endpoint));
    const lot = await lots.find(town.settings.id, '2026-08');
    const texts = cloud.sms.sent().map(({ at, to, body }) => `${at} ${to} ${body}`);
    return { texts: texts.toSorted(), drawnWith: lot?.seed };
  } finally {
    await cloud.close();
  }
}

describe('a simulated month', () => {
  it('is the same with the same seed, text by text, and draws the same telephone sample', async () => {
    const first = await lived(5);
    expect(first.texts.length).toBeGreaterThan(50);
    expect(first.drawnWith).toMatch(/^[\w-]{20}$/);
    expect(await lived(5)).toEqual(first);
  }, 180_000);
});
