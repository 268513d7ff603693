import { execFileSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Edit, edited } from './safeguard.js';

/** The files of the project, those not committed yet too, in a folder of their own where they can be edited. */
export class TreeCopy {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'small-grid-safeguards-')));

  constructor(private readonly root: string) {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
    for (const file of listed.toString().split('\0').filter(Boolean)) this.take(file);
    symlinkSync(realpathSync(join(root, 'node_modules')), join(this.folder, 'node_modules'));
  }

  private take(file: string): void {
    const [from, to] = [join(this.root, file), join(this.folder, file)];
    mkdirSync(dirname(to), { recursive: true });
    try {
      linkSync(from, to);
    } catch {
      // Another file system, or a file that was deleted and not yet committed.
      try {
        copyFileSync(from, to);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    }
  }

  /** Runs something on the edited files, and puts them back. */
  async without<T>(edits: readonly Edit[], run: () => Promise<T>): Promise<T> {
    const before = new Map<string, string>();
    try {
      for (const edit of edits) {
        const file = join(this.folder, edit.file);
        const text = readFileSync(file, 'utf8');
        const changed = edited(edit, text);
        if (!before.has(file)) before.set(file, text);
        replace(file, changed);
      }
      return await run();
    } finally {
      for (const [file, text] of before) replace(file, text);
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The file may be a link to the one that it was taken from, which stays as it is. */
function replace(file: string, text: string): void {
  rmSync(file);
  writeFileSync(file, text);
}
