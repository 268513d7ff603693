import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantAt } from '../domain/calendar/local-time.js';
import { addDays } from '../domain/calendar/plain-dates.js';
import { compareReplays } from '../domain/replay/compare-replays.js';
import { DataFolderInUse } from '@small-grid/local-cloud/data-folder';
import { changeTown } from './replay/change-town.js';
import { type ReplayReport, reportOf } from './replay/comparison.js';
import { drawReport } from './replay/draw-report.js';
import { NoTownKept } from './replay/kept-town.js';
import { openSource, type OpenedSource } from './replay/open-source.js';
import { printReport } from './replay/print-report.js';
import { recordedCases } from './replay/recorded-cases.js';
import { readReplayCall, type ReplayCall } from './replay/replay-options.js';
import type { ReplayWords } from './replay/replay-words.js';

process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';

const ROOT = join(import.meta.dirname, '..');

async function replay({ table, town }: OpenedSource, call: ReplayCall): Promise<ReplayReport | string> {
  const { source, from, to, sets, words } = call;
  const changed = changeTown(town, sets);
  if (!changed.ok) return changed.problems.map((problem) => problem[words.language]).join('\n');
  const { timeZone } = town.settings;
  if (source.from === 'month') console.error(words.living(source.requests, from, to, source.seed));
  const { cases, asOf } = await recordedCases(await table(), town, {
    from: instantAt(from, '00:00', timeZone),
    to: instantAt(addDays(to, 1), '00:00', timeZone),
  });
  console.error(words.comparing(cases.length));
  const comparison = compareReplays(cases, { before: town, after: changed.town }, asOf);
  return reportOf(comparison, { town, from, to, changes: changed.changes });
}

function show(report: ReplayReport, { json, svg, words }: ReplayCall): void {
  console.log(json ? JSON.stringify(report, undefined, 2) : printReport(report, words));
  if (svg === undefined) return;
  writeFileSync(svg, drawReport(report, words));
  if (!json) console.log(words.drawn(svg));
}

function explain(error: unknown, words: ReplayWords, { source }: ReplayCall): string {
  if (error instanceof DataFolderInUse) return words.inUse(error.message);
  if (error instanceof NoTownKept && source.from === 'data') return words.noTown(source.folder);
  return words.unreadable(error instanceof Error ? error.message : String(error));
}

async function run(call: ReplayCall): Promise<number> {
  const { words } = call;
  try {
    const opened = await openSource(ROOT, call);
    try {
      const report = await replay(opened, call);
      if (typeof report === 'string') {
        console.error(words.badOption(report));
        return 2;
      }
      show(report, call);
      return 0;
    } finally {
      await opened.close();
    }
  } catch (error) {
    console.error(explain(error, words, call));
    return 1;
  }
}

/** Exit codes: 0 done, 1 the cases could not be read, 2 called wrongly. */
function main(): Promise<number> | number {
  const read = readReplayCall(process.argv.slice(2));
  switch (read.kind) {
    case 'help':
      console.log(read.words.help);
      return 0;
    case 'wrong':
      console.error(read.words.badOption(read.what));
      return 2;
    case 'replay':
      return run(read.call);
  }
}

process.exitCode = await main();
