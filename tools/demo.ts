import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateText } from '../contracts/pages/times.js';
import { createLocalCloud } from '@small-grid/local-cloud';
import { currentAssembly } from './assembly.js';
import { DEMO_PLAYS, type DemoCase } from './demo/demo-cases.js';
import { DEMO_WORDS, type DemoWords } from './demo/demo-words.js';
import { playCase, type Played, type Stage } from './demo/play-case.js';
import { folderReader, hostedTowns } from './hosted-towns.js';
import { languageOf } from './language.js';
import { type Command, runCommand, sayUsage } from './operator/run-command.js';
import { startWordsIn } from './start-words.js';

const ROOT = join(import.meta.dirname, '..');

async function openStage(words: DemoWords): Promise<Stage> {
  const { beginning, town: folder } = DEMO_PLAYS[words.language];
  const { stale, learning } = startWordsIn(words.language);
  const assembly = await currentAssembly(ROOT, () => console.log(stale));
  const cloud = await createLocalCloud({ assembly, clock: 'manual', start: Date.parse(beginning) });
  const { createTownStore } = await import('../adapters/town-store.js');
  const store = createTownStore({ table: cloud.outputs['TableName'] ?? '', endpoint: cloud.endpoint });
  const read = folderReader(ROOT, () => console.log(learning(folder)));
  const [town] = await hostedTowns(store, [folder], read, { now: () => cloud.clock.now() });
  return { cloud, town, words, print: (line) => console.log(line) };
}

const isAsExpected = ({ closesAs }: DemoCase, { closedAs }: Played): boolean => closedAs === closesAs;

function summaryLine(words: DemoWords, play: DemoCase, played: Played): string {
  const { closedAs = 'open', texts, followUps } = played;
  const parts = [words.closedAs[closedAs], words.texts(texts)];
  if (followUps.length > 0)
    parts.push(words.followUps(followUps.map((day) => dateText(day, words.language))));
  const isExpected = isAsExpected(play, played);
  if (!isExpected) parts.push(words.notAsExpected(words.closedAs[play.closesAs]));
  return `  ${isExpected ? '✓' : '✗'} ${words.says(play.title, parts.join(' · '))}`;
}

async function demo(words: DemoWords): Promise<boolean> {
  const began = Date.now();
  const stage = await openStage(words);
  try {
    console.log(words.heading(stage.town.settings.name[words.language]));
    const all: { play: DemoCase; played: Played }[] = [];
    for (const play of DEMO_PLAYS[words.language].cases) {
      console.log(`\n── ${all.length + 1}. ${play.title}\n${play.about}`);
      all.push({ play, played: await playCase(stage, play) });
    }
    const summary = all.map(({ play, played }) => summaryLine(words, play, played));
    console.log(`\n${words.summary}\n${summary.join('\n')}`);
    console.log(`\n${words.took(((Date.now() - began) / 1000).toFixed(0))}`);
    return all.every(({ play, played }) => isAsExpected(play, played));
  } finally {
    await stage.cloud.close();
  }
}

/** Exit codes: 0 all closed as they must, 1 one did not, 2 called wrongly. */
const demoCommand: Command = async (args, said) => {
  const { values } = parseArgs({
    args,
    options: { lang: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
  });
  const words = DEMO_WORDS[languageOf(values.lang)];
  if (values.help) return sayUsage(said, words.help);
  return (await demo(words)) ? 0 : 1;
};

await runCommand(demoCommand);
