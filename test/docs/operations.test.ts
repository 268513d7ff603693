import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');

/** What each function says of itself, by its name; those of the workflow are named by the page together. */
const DECLARED = readdirSync(join(ROOT, 'functions'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('/function.ts') && !path.startsWith('workflow/'))
  .map((path) => ({
    name: path.split('/').at(-2) ?? '',
    declaration: readFileSync(join(ROOT, 'functions', path), 'utf8'),
  }));

const row = (of: string): string => PAGE.split('\n').find((line) => line.startsWith(`| ${of}`)) ?? '';

describe('the page about operations names', () => {
  it.each([
    ['`person` items', /requests: .*'readPerson'/],
    ['`photo` items', /photos: .*'show'/],
  ])('in its row of %s every function that may read them', (of, needs) => {
    const readers = DECLARED.filter(({ declaration }) => needs.test(declaration)).map(({ name }) => name);
    expect(readers.length).toBeGreaterThan(1);
    expect(readers.filter((name) => !row(of).includes(`\`${name}\``))).toEqual([]);
  });

  it('every limit of what one caller may do', () => {
    const settings = readFileSync(join(ROOT, 'towns/elmford/settings.yaml'), 'utf8');
    const [, callers = ''] = /^callers:\n((?: +.*\n)+)/m.exec(settings) ?? [];
    const limits = [...callers.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
    expect(limits).toContain('trackingCodes');
    expect(limits.filter((name) => !new RegExp(`\\b${name}\``).test(PAGE))).toEqual([]);
  });
});
