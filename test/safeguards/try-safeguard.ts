import { runTests, type TestRun } from './run-tests.js';
import type { Safeguard } from './safeguard.js';
import type { TreeCopy } from './tree-copy.js';

/** `held`: its test fails without it. `not held`: no test misses it. `broken`: the edit left code that does not run, which says nothing. */
export interface Verdict {
  readonly is: 'held' | 'not held' | 'broken';
  readonly why: string;
}

/** What an edit that is wrong in itself ends with, and a safeguard that is gone does not. */
const DOES_NOT_RUN = /^\s*(SyntaxError|ReferenceError|Error: Transform failed)/;

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '') ?? '';

export function verdictOf({ tests, trouble }: TestRun, title: string): Verdict {
  const named = tests.filter((test) => test.title.includes(title));
  if (named.length === 0) return { is: 'broken', why: firstLine(trouble) || 'its test was not run' };
  const [failed] = named.filter(({ status }) => status === 'failed');
  if (!failed) return { is: 'not held', why: 'its test passes without it' };
  const why = firstLine(failed.failure);
  return DOES_NOT_RUN.test(failed.failure) ? { is: 'broken', why } : { is: 'held', why };
}

/** Takes one safeguard away in the copy and runs the test that must miss it. */
export async function trySafeguard(copy: TreeCopy, { without, missedBy }: Safeguard): Promise<Verdict> {
  try {
    return await copy.without(without, async () =>
      verdictOf(await runTests(copy.folder, [missedBy.file], [missedBy.title]), missedBy.title),
    );
  } catch (error) {
    return { is: 'broken', why: String(error) };
  }
}

/** Those whose tests do not pass while everything is in its place. */
export async function notPassing(
  copy: TreeCopy,
  safeguards: readonly Safeguard[],
): Promise<{ readonly safeguard: Safeguard; readonly why: string }[]> {
  const files = [...new Set(safeguards.map(({ missedBy }) => missedBy.file))];
  const titles = [...new Set(safeguards.map(({ missedBy }) => missedBy.title))];
  const { tests, trouble } = await runTests(copy.folder, files, titles);
  return safeguards.flatMap((safeguard) => {
    const named = tests.filter(({ title }) => title.includes(safeguard.missedBy.title));
    const [failed] = named.filter(({ status }) => status !== 'passed');
    if (named.length > 0 && !failed) return [];
    return { safeguard, why: firstLine(failed?.failure ?? '') || firstLine(trouble) || 'it was not run' };
  });
}
