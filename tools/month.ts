import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { currentAssembly } from './assembly.js';
import { brokenRules } from './month/broken-rules.js';
import { recordOf } from './month/month-record.js';
import { liveMonth } from './month/live-month.js';
import { readTown } from '../towns/read-town.js';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    requests: { type: 'string', default: '900' },
    from: { type: 'string', default: '2026-08-01' },
    days: { type: 'string', default: '31' },
  },
});
const read = readTown(join(ROOT, 'towns/sanhehu'));
if (!read.ok) throw new Error('broken');
const assembly = await currentAssembly(ROOT, () => {});
const began = performance.now();
const lived = await liveMonth({
  assembly,
  town: read.town,
  span: { from: values.from, days: Number(values.days) },
  requests: Number(values.requests),
  seed: Number(values.seed),
  onDay: (date, filed) =>
    console.log(date, filed, ((performance.now() - began) / 1000).toFixed(1), lived_texts()),
});
function lived_texts(): string {
  return '';
}
const record = await recordOf(lived, read.town);
console.log('record', ((performance.now() - began) / 1000).toFixed(1));
for (const { rule, by } of brokenRules(record)) console.log(rule, by.length, by.slice(0, 5));
const stats = await fetch(new URL(`/statistics?from=${values.from}&to=2026-08-31&by=town`, lived.cloud.url));
console.log(JSON.stringify(((await stats.json()) as any).total));
console.log(lived.people.manners, lived.people.refused.slice(0, 5), lived.cloud.sms.sent().length);
console.log(JSON.stringify(lived.cloud.meters.total()));
console.log(
  lived.cloud
    .logs()
    .filter((l) => JSON.stringify(l).includes('error'))
    .slice(0, 10),
);
await lived.cloud.close();
