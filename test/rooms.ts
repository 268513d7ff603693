import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A line of one file that imports another one of ours, of a type too; paths from the root on. */
export interface Import {
  readonly file: string;
  readonly line: number;
  readonly imports: string;
}

const SOURCE = /\.tsx?$/;
const IMPORTED = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g;

/** All that the sources below `root` import of each other. */
export function importsBelow(root: string): Import[] {
  const files = new Set(
    readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => SOURCE.test(file)),
  );
  return [...files].flatMap((file) => importsOf(file, readFileSync(`${root}/${file}`, 'utf8'), files));
}

function importsOf(file: string, source: string, files: ReadonlySet<string>): Import[] {
  return [...source.matchAll(IMPORTED)].flatMap(({ 1: path = '', index }) => {
    const named = posix.join(posix.dirname(file), path).replace(/\.js$/, '');
    const imports = [`${named}.ts`, `${named}.tsx`].find((candidate) => files.has(candidate));
    const line = source.slice(0, index).split('\n').length;
    return imports === undefined ? [] : [{ file, line, imports }];
  });
}

/** The room a file is in: the folder right below the root; a file that lies in none is a room of its own. */
const roomOf = (file: string): string => file.split('/')[0] ?? file;

/**
 * The shortest way on which rooms import each other in a circle, a folder among them, as people follow it; undefined where there is none.
 */
export function circleAmong(imports: readonly Import[]): string | undefined {
  const doors = imports.filter(({ file, imports: other }) => roomOf(file) !== roomOf(other));
  const circles = doors
    .filter(({ file }) => file.includes('/'))
    .map((door) => wayBack(door, doors))
    .filter((way) => way !== undefined);
  const [shortest] = circles.toSorted((a, b) => a.length - b.length);
  return shortest && [roomOf(shortest[0]?.file ?? ''), ...shortest.map(stepOf)].join(' -> ');
}

const stepOf = ({ file, line, imports }: Import): string =>
  `${roomOf(imports)} (${file}:${line} imports ${imports})`;

type Way = readonly Import[];

/** The shortest way that begins at this door and ends in the room that it is in; found breadth first. */
function wayBack(door: Import, doors: readonly Import[]): Way | undefined {
  const home = roomOf(door.file);
  const reached = new Set<string>();
  const ways: Way[] = [[door]];
  for (const way of ways) {
    const here = roomOf(way.at(-1)?.imports ?? '');
    if (here === home) return way;
    if (reached.has(here)) continue;
    reached.add(here);
    ways.push(...doors.filter(({ file }) => roomOf(file) === here).map((next) => [...way, next]));
  }
  return undefined;
}
