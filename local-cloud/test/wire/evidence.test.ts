import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingCalls } from './missing-calls.js';
import { namedCalls, type Calls } from './named-calls.js';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/local-cloud.md'), 'utf8');
const HEADING = '### Where the answers come from';

interface Evidence {
  readonly what: string;
  /** The service and its calls, for a row that is about calls. */
  readonly calls: readonly [string, readonly string[]] | undefined;
  readonly tests: readonly string[];
  readonly source: string;
}

/** `SQS: SendMessage, PurgeQueue` names calls; anything else is a claim in words. */
function callsIn(what: string): Evidence['calls'] {
  const [, service = '', names = ''] = /^([A-Z][\w ]*): ([A-Z]\w+(?:, [A-Z]\w+)*)$/.exec(what) ?? [];
  return service === '' ? undefined : [service, names.split(', ')];
}

function evidence(): readonly Evidence[] {
  const section = PAGE.slice(PAGE.indexOf(HEADING)).split(/^## /m)[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) => {
    const [, what = '', tests = '', source = ''] = row.split('|').map((cell) => cell.trim());
    const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
    return { what, calls: callsIn(what), tests: files, source };
  });
}

const ROWS = evidence();
const contents = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
/** `SendMessage` as the SDK names it, or `send-message` as the CLI does. */
const names = (call: string): readonly string[] => [
  call,
  call.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase(),
];

function calls(): Calls {
  const found = new Map<string, Set<string>>();
  for (const { calls: named } of ROWS) {
    if (named === undefined) continue;
    const [service, some] = named;
    const all = found.get(service) ?? new Set<string>();
    for (const call of some) all.add(call);
    found.set(service, all);
  }
  return found;
}

describe('the table of evidence in the documentation', () => {
  it('has a row for every call that is supported, and for no other', () => {
    const supported = namedCalls(PAGE);
    expect(missingCalls(supported, calls())).toEqual([]);
    expect(missingCalls(calls(), supported)).toEqual([]);
  });

  it.each(ROWS)('names tests that exist and a source of AWS: $what', ({ tests, source }) => {
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
    expect(source).toMatch(/^(?:reference|measured|ours)/);
  });

  it.each(ROWS.filter((row) => row.calls !== undefined))(
    'names for each call a test that makes it: $what',
    ({ calls: named, tests }) => {
      const texts = tests.map(contents);
      const [, some] = named ?? ['', []];
      const untried = some.filter(
        (call) => !texts.some((text) => names(call).some((name) => new RegExp(`\\b${name}`).test(text))),
      );
      expect(untried).toEqual([]);
    },
  );
});
