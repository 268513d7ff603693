import { TownStory } from '../test/stories/town-story.js';

// How long the functions run between a text that comes in and its answer, on a warm town: `node --import tsx
// bench/text-to-answer.ts [REQUESTS]`. Of each request a cadre takes it, says it is done, and its resident is
// satisfied, each by text; another resident asks for news. What is counted is the time of all functions that the text
// sets to work, by the local meters: that which answers, and those of the workflow, which go on after the answer.

const REQUESTS = Number(process.argv[2] ?? 100);
/** Requests of which nothing is counted: every function is loaded, and has the town. */
const WARMING = 3;

const town = await TownStory.begin();
const times = new Map<string, number[]>();

async function functionTime(): Promise<number> {
  const answer = await fetch(`${town.cloud.endpoint}/_local/meters`);
  return ((await answer.json()) as { billedMilliseconds: number }).billedMilliseconds;
}

async function timed(what: string, work: () => Promise<void>, isCounted: boolean): Promise<void> {
  const before = await functionTime();
  await work();
  if (!isCounted) return;
  const taken = (await functionTime()) - before;
  times.set(what, [...(times.get(what) ?? []), taken]);
}

for (let n = 0; n < REQUESTS + WARMING; n += 1) {
  const isCounted = n >= WARMING;
  const phone = `+86199111${String(10_000 + n)}`;
  await town.submit({ phone, description: `示例：第${n}盏路灯不亮` });
  await timed('news', () => town.text(phone, '进度'), isCounted);
  await timed('taken', () => town.reply('g52-a', '1'), isCounted);
  await timed('done', () => town.reply('g52-a', '1 已修好'), isCounted);
  await timed('satisfied', () => town.replyAsResident('1', phone), isCounted);
  // The caps of a day are for people.
  if (n % 20 === 19) await town.advance('P1D');
}
await town.end();

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
for (const [what, all] of [...times, ['all', [...times.values()].flat()] as const]) {
  const sorted = all.toSorted((a, b) => a - b);
  console.log(
    `${what.padEnd(10)} ${sorted.length} texts: p50 ${at(sorted, 0.5)} ms, p99 ${at(sorted, 0.99)} ms, longest ${sorted.at(-1) ?? 0} ms`,
  );
}
