import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ClassicLevel } from 'classic-level';
import { asProgram } from '../../../tools/as-program.js';
import { keptTemplates } from '../../../tools/supply/kept-templates.js';
import { MONDAY_9_AM, ROOT, TownStory } from '../town-story.js';
import { type Journal, journalFile, type PlayedCase, type Write } from './journal.js';

type Chained = ReturnType<InstanceType<typeof ClassicLevel>['batch']>;
type Batch = (this: ClassicLevel) => Chained;

/** Notes everything that goes to a disk from now on: the host hands it over one by one, and then writes it together. */
function noteWrites(): Write[] {
  const writes: Write[] = [];
  const level = ClassicLevel.prototype as unknown as { batch: Batch };
  const { batch } = level;
  level.batch = function noted() {
    const together = batch.call(this);
    const entries: [key: string, value?: string][] = [];
    const put = together.put.bind(together);
    const del = together.del.bind(together);
    const write = together.write.bind(together);
    return Object.assign(together, {
      put: (key: string, value: string) => {
        entries.push([key, value]);
        return put(key, value);
      },
      del: (key: string) => {
        entries.push([key]);
        return del(key);
      },
      write: (options = {}) => {
        writes.push({ part: basename(this.location), entries });
        return write(options);
      },
    });
  };
  return writes;
}

/** A lamp that the grid repairs, and a tap that a department repairs: both machines of a request, from the first word to the end. */
async function playCases(town: TownStory): Promise<PlayedCase[]> {
  const lamp = { phone: '+8619911110061', description: '示例：门口路灯不亮' };
  const tap = { phone: '+8619911110062', description: '示例：家里没有水', category: 'water-leak' };
  const first = await town.submit(lamp);
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 换了灯泡');
  const second = await town.submit(tap);
  await town.reply('g52-a', '1');
  await town.reply('water-company-1', '1 接好了');
  await town.replyAsResident('1', tap.phone);
  await town.replyAsResident('1', lamp.phone);
  for (const receipt of [first, second]) {
    const { closedAs } = await town.view(receipt);
    if (closedAs !== 'satisfied') throw new Error(`${receipt.id} did not come to its end`);
  }
  return [
    { id: first.id, trackingKey: first.trackingKey, phone: lamp.phone },
    { id: second.id, trackingKey: second.trackingKey, phone: tap.phone },
  ];
}

/** The definitions that the requests run by, which were put down before them. */
const definitionsIn = (writes: readonly Write[]): Write => ({
  part: 'state',
  entries: writes
    .flatMap(({ entries }) => entries)
    .filter(([key]) => /^sfn\/revision\/.*(?:resident-request|coordination)\//.test(key)),
});

/** `npm run record:release`: keeps what this release stores and how it is laid out, for those after it to be tried on. */
async function record(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const release = process.argv[2] ?? version;
  const data = mkdtempSync(join(tmpdir(), 'small-grid-record-'));
  const noted = noteWrites();
  const town = await TownStory.begin({ data });
  try {
    const begun = noted.length;
    const cases = await playCases(town);
    await town.cloud.clock.settled();
    const writes = [definitionsIn(noted.slice(0, begun)), ...noted.slice(begun)];
    const journal: Journal = { release, at: MONDAY_9_AM, cases, writes };
    for (const [file, text] of Object.entries(keptTemplates())) writeFileSync(file, text);
    writeFileSync(journalFile(release), gzipSync(JSON.stringify(journal), { level: 9 }));
    console.log(`${journalFile(release)}: ${cases.length} requests, ${writes.length} writes`);
  } finally {
    await town.end();
    rmSync(data, { recursive: true });
  }
}

asProgram(import.meta.url, record);
