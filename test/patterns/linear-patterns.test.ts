import { analyse } from 'scslre';
import { madeBy, makesPatterns, type Pattern, sourcesOf, writtenIn } from './patterns-of.js';

/** What runs where people's words come in, and what reads a town's files. */
const FOLDERS = ['domain', 'adapters', 'functions', 'towns', 'web'];
const FILES = FOLDERS.flatMap(sourcesOf);

/** Where a pattern may look at the same characters again and again: by the square of their number, or worse. */
const slowParts = ({ where, source, flags }: Pattern): string[] =>
  analyse({ source, flags }).reports.map(({ type, exponential, character }) => {
    const growth = exponential ? 'without bound' : 'by the square';
    return `${where}: ${type}, ${growth}, for many ${character.literal.source} in /${source}/${flags}`;
  });

/** What is between the marks of a class is no wildcard; `[^]` and `[\\s\\S]` are. */
const withoutClasses = (source: string): string =>
  source
    .replaceAll(/\[\^\]|\[\\s\\S\]/g, '.')
    .replaceAll(/\\./g, 'x')
    .replaceAll(/\[[^\]]*\]/g, 'x');

/** "moved ... to": begun at each "moved", and looking to the end for a "to", it takes the square without any one character's doing. */
const looksEverywhere = ({ source }: Pattern): boolean => {
  const wildcards = [...withoutClasses(source).matchAll(/\.(?:[*+]|\{\d+,\})/g)].length;
  return wildcards > 1 || (wildcards === 1 && !source.startsWith('^'));
};

describe('a pattern takes no longer for a text of twice the length than twice as long', () => {
  it('where it is written out', () => {
    const patterns = FILES.flatMap(writtenIn);
    expect(patterns.length).toBeGreaterThan(300);
    expect(patterns.flatMap(slowParts)).toEqual([]);
    expect(patterns.filter(looksEverywhere)).toEqual([]);
  });

  it('where it is put together of parts', () => {
    const composing = FILES.filter((file) => /^(?:domain|adapters)\//.test(file) && makesPatterns(file));
    const patterns = madeBy(composing);
    expect(patterns.length).toBeGreaterThan(50);
    expect(patterns.flatMap(slowParts)).toEqual([]);
    expect(patterns.filter(looksEverywhere)).toEqual([]);
  });
});
