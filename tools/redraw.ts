import { parseArgs } from 'node:util';
import { languageOf } from './language.js';
import { redrawSample } from './redraw/redraw-sample.js';
import { REDRAW_WORDS } from './redraw/redraw-words.js';

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string' },
      fingerprint: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return { ...values, address: positionals[0] };
}

/** Exit codes: 0 the same were drawn, 1 not, or there is nothing to draw, 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  const { address, help, lang, seed, fingerprint } = readCall(args);
  const words = REDRAW_WORDS[languageOf(lang)];
  if (help || address === undefined) {
    console.log(words.usage);
    return help ? 0 : 2;
  }
  const redrawn = redrawSample(await (await fetch(address)).json(), { seed, fingerprint });
  if (!redrawn) console.error(words.nothing);
  for (const fault of redrawn?.faults ?? []) console.error(words.faults[fault]);
  if (!redrawn || redrawn.faults.length > 0) return 1;
  console.log(words.same(redrawn));
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
