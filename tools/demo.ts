import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageSchema } from '../domain/words/language.js';
import { createLocalCloud } from '@small-grid/local-cloud';
import { currentAssembly } from './assembly.js';
import { demoCases } from './demo/demo-cases.js';
import { DEMO_WORDS, type DemoWords } from './demo/demo-words.js';
import { playCase, type Played, type Stage } from './demo/play-case.js';
import { hostedTowns } from './hosted-towns.js';
import { startWords } from './start-words.js';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const ROOT = join(import.meta.dirname, '..');
/** A Monday morning in working hours. */
const BEGINNING = Date.parse('2026-08-24T09:00:00+08:00');

async function openStage(words: DemoWords): Promise<Stage> {
  const assembly = await currentAssembly(ROOT, () => console.log(startWords(process.env).stale));
  const cloud = await createLocalCloud({ assembly, clock: 'manual', start: BEGINNING });
  const { createTownStore } = await import('../adapters/town-store.js');
  const store = createTownStore({ table: cloud.outputs['TableName'] ?? '', endpoint: cloud.endpoint });
  const [town] = await hostedTowns(store, ROOT, [], () => {});
  return { cloud, town, words, print: (line) => console.log(line) };
}

function summaryLine(words: DemoWords, title: string, expected: string, played: Played): string {
  const { closedAs = '-', texts, followUps } = played;
  const parts = [words.closed(closedAs), words.texts(texts)];
  if (followUps.length > 0) parts.push(words.followUps(followUps.join(', ')));
  if (closedAs !== expected) parts.push(words.notAsExpected(expected));
  return `  ${closedAs === expected ? '✓' : '✗'} ${title}: ${parts.join(' · ')}`;
}

async function demo(words: DemoWords): Promise<boolean> {
  const began = Date.now();
  const stage = await openStage(words);
  try {
    const head = stage.town.staff.find(({ id }) => id === 'g52-a');
    if (!head) throw new Error('the sample town has no g52-a');
    const summary: string[] = [];
    console.log(words.heading);
    for (const play of demoCases({ name: head.name, phone: head.phone })) {
      const title = play.title[words.language];
      console.log(`\n— ${title}`);
      summary.push(summaryLine(words, title, play.closesAs, await playCase(stage, play)));
    }
    console.log(`\n${words.summary}\n${summary.join('\n')}`);
    console.log(`  ${words.took(((Date.now() - began) / 1000).toFixed(1))}`);
    return summary.every((line) => line.startsWith('  ✓'));
  } finally {
    await stage.cloud.close();
  }
}

const { values } = parseArgs({
  options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
});
const words = DEMO_WORDS[languageSchema.catch(startWords(process.env).language).parse(values.lang)];
if (values.help) console.log(words.help);
else process.exitCode = (await demo(words)) ? 0 : 1;
