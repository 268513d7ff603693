import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readSafeguards } from '../safeguards/safeguard.js';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = 'docs/security.md';
const page = readFileSync(join(ROOT, PAGE), 'utf8');
const SAFEGUARDS = readSafeguards(ROOT);
const NAMES = new Set(SAFEGUARDS.map(({ name }) => name));

/** Spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege. */
const STRIDE = ['S', 'T', 'R', 'I', 'D', 'E'] as const;
const threatSchema = z.tuple([z.enum(STRIDE), z.string().min(10), z.string().min(10), z.string()]);

const threatsIn = (section: string): z.infer<typeof threatSchema>[] =>
  section
    .split('\n')
    .filter((line) => /^\| [^|-]/.test(line))
    .map((line) =>
      threatSchema.parse(
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    );

const SECTIONS = page
  .split(/^## /m)
  .slice(1)
  .map((section) => [section.split('\n')[0] ?? '', threatsIn(section)] as const)
  .filter(([, threats]) => threats.length > 0);
const THREATS = SECTIONS.flatMap(([, threats]) => threats);
const namedIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

describe('the page about security', () => {
  it('has threats of everybody who comes near the system', () => {
    expect(SECTIONS.map(([who]) => who)).toEqual([
      'A stranger on the internet',
      'A resident',
      'A cadre',
      'A department',
      'An administrator',
      'A former cadre, a stolen phone',
      'A carrier',
      'An operator',
      'A supplier',
    ]);
    expect(new Set(THREATS.map(([kind]) => kind))).toEqual(new Set(STRIDE));
  });

  it.each(THREATS)('%s: %s', (_kind, _threat, _control, held) => {
    const names = namedIn(held);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !NAMES.has(name))).toEqual([]);
  });

  it('names every safeguard that says to be promised there', () => {
    const named = new Set(THREATS.flatMap(([, , , held]) => namedIn(held)));
    const promised = SAFEGUARDS.filter(({ says }) => says.page === PAGE).map(({ name }) => name);
    expect(promised.length).toBeGreaterThan(20);
    expect(promised.filter((name) => !named.has(name))).toEqual([]);
  });
});
