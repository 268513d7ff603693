import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { asProgram } from './as-program.js';
import { readSafeguards, type Safeguard, SAFEGUARDS_FILE } from '../test/safeguards/safeguard.js';
import { TreeCopy } from '../test/safeguards/tree-copy.js';
import { notPassing, trySafeguard, type Verdict } from '../test/safeguards/try-safeguard.js';

const HELP = `npm run test:safeguards [-- --only NAME ... | --page FILE]

Takes each safeguard of ${SAFEGUARDS_FILE} away, one at a time, in a copy of the tree,
and demands that the test which is named with it fails.

  --only NAME   this one, or every one whose name contains NAME; may be given again
  --page FILE   those that a page of the docs names, as docs/security.md
  --list        says what would be tried
  --help`;

const ROOT = join(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    page: { type: 'string' },
    list: { type: 'boolean' },
    help: { type: 'boolean' },
  },
});

/** One whose whole name is given, else all whose name contains it. */
function chosen(all: readonly Safeguard[], only: readonly string[] | undefined): Safeguard[] {
  if (!only) return [...all];
  const found = only.map((word) => {
    const exact = all.filter(({ name }) => name === word);
    return exact.length > 0 ? exact : all.filter(({ name }) => name.includes(word));
  });
  const unknown = only.filter((_word, i) => found[i]?.length === 0);
  if (unknown.length > 0) throw new Error(`no safeguard is called ${unknown.join(', ')}`);
  return [...new Set(found.flat())];
}

/** Those that a page names, by itself or because it promises them. */
function ofPage(all: readonly Safeguard[], page: string | undefined): readonly Safeguard[] {
  if (page === undefined) return all;
  const text = readFileSync(join(ROOT, page), 'utf8');
  return all.filter(({ name, says }) => says.page === page || text.includes(`\`${name}\``));
}

async function tryAll(copy: TreeCopy, safeguards: readonly Safeguard[]): Promise<number> {
  console.log(`${safeguards.length} safeguards; running their tests while everything is in its place`);
  const failing = await notPassing(copy, safeguards);
  for (const { safeguard, why } of failing)
    console.log(`FAILS ALREADY  ${safeguard.missedBy.file} "${safeguard.missedBy.title}": ${why}`);
  if (failing.length > 0) return 1;
  const tried: { safeguard: Safeguard; verdict: Verdict }[] = [];
  for (const [i, safeguard] of safeguards.entries()) {
    const began = performance.now();
    const verdict = await trySafeguard(copy, safeguard);
    tried.push({ safeguard, verdict });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${i + 1}/${safeguards.length}  ${verdict.is}  ${safeguard.name}  (${seconds} s)`);
  }
  return report(tried);
}

function report(tried: readonly { safeguard: Safeguard; verdict: Verdict }[]): number {
  const width = Math.max(...tried.map(({ safeguard }) => safeguard.name.length));
  console.log('');
  for (const { safeguard, verdict } of tried) {
    const { is, why } = verdict;
    const said = is === 'held' ? safeguard.missedBy.file : why;
    console.log(
      `${(is === 'held' ? is : is.toUpperCase()).padEnd(8)}  ${safeguard.name.padEnd(width)}  ${said}`,
    );
  }
  const bad = tried.filter(({ verdict }) => verdict.is !== 'held').length;
  console.log(`${tried.length - bad} passed, ${bad} failed`);
  return bad === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const safeguards = chosen(ofPage(readSafeguards(ROOT), values.page), values.only);
  if (values.list) {
    for (const { name, missedBy } of safeguards) console.log(`${name}  ${missedBy.file}`);
    return 0;
  }
  const copy = new TreeCopy(ROOT);
  try {
    return await tryAll(copy, safeguards);
  } finally {
    copy.remove();
  }
}

asProgram(import.meta.url, main);
