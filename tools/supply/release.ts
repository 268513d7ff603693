import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, openNotes, withRelease } from './changelog.js';

/** A reason against a release. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
}

export interface Release {
  readonly root: string;
  readonly version: string;
  /** Say what would be done, and do nothing. */
  readonly isTried: boolean;
  /** `2026-11-30`. */
  readonly day: string;
  /** By file, what the next version is compared with. */
  readonly templates: () => Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

/**
 * Gives what stands at the top of CHANGELOG.md a version: heading, package, lock file and what the next version is
 * compared with, in one commit with an annotated tag that has the notes. Pushes nothing. Throws ReleaseRefused or
 * ChangelogError before anything is changed.
 */
export function release({ root, version, isTried, day, templates, say }: Release): void {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  refuseUnready(git, version, read('package.json'));

  const changelog = read('CHANGELOG.md');
  const notes = openNotes(changelog);
  const changed: Record<string, string> = {
    'CHANGELOG.md': withRelease(changelog, version, day),
    'package.json': withVersion(read('package.json'), version),
    'package-lock.json': withVersion(read('package-lock.json'), version),
    ...templates(),
  };
  const files = Object.keys(changed).filter((file) => changed[file] !== read(file));
  say(`${isTried ? 'would release' : 'releases'} ${version}, of ${day}: ${files.join(', ')}\n\n${notes}\n`);
  if (isTried) return;
  for (const [file, text] of Object.entries(changed)) writeFileSync(join(root, file), text);
  git('add', ...Object.keys(changed));
  git('commit', '--quiet', '--message', `Release ${version}`);
  // Verbatim: the headings of the notes begin as comments of git do.
  git(
    'tag',
    '--annotate',
    '--cleanup=verbatim',
    '--message',
    `small-grid ${version}\n\n${notes}\n`,
    `v${version}`,
  );
  say(`git push origin main v${version}\ngh release create v${version} --verify-tag --notes-from-tag`);
}

/** The notes of a version that was released. Throws ReleaseRefused where it was not. */
export function releasedNotes(root: string, version: string): string {
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === undefined) throw new ReleaseRefused(`CHANGELOG.md knows no release ${version}`);
  return notes;
}

function refuseUnready(git: (...args: string[]) => string, version: string, packageText: string): void {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new ReleaseRefused(`no version: ${version}; one is 0.2.0`);
  const branch = git('branch', '--show-current');
  if (branch !== 'main')
    throw new ReleaseRefused(`a release is made on main, and this is ${branch || 'no branch'}`);
  const changes = git('status', '--porcelain');
  if (changes !== '') throw new ReleaseRefused(`what is not committed would not be released:\n${changes}`);
  if (git('tag', '--list', `v${version}`) !== '') throw new ReleaseRefused(`${version} was released before`);
  const { version: current } = JSON.parse(packageText) as { version: string };
  if (compared(version, current) < 0) throw new ReleaseRefused(`${version} is older than ${current}`);
}

/** Below 0 where the first is the older one. */
function compared(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (const at of [0, 1, 2]) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A package's own version, in its file and, twice, in its lock file. */
function withVersion(text: string, version: string): string {
  const whole = JSON.parse(text) as { version: string; packages?: { '': { version: string } } };
  whole.version = version;
  if (whole.packages) whole.packages[''].version = version;
  return `${JSON.stringify(whole, null, 2)}\n`;
}
