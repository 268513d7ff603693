import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const SAMPLE = join(import.meta.dirname, '../../towns/sanhehu');

const EXAMPLES = 'examples.csv';
/** Two lines that head the file, and one text in eight: enough to read by, and learnt in moments. */
const HEAD = 2;
const ONE_IN = 8;

/** A copy of the sample town to break, without the thousands of examples of its reading, or with some of them. `remove` it when done. */
export class TownCopy {
  readonly dir = mkdtempSync(join(tmpdir(), 'town-'));

  constructor({ someExamples = false }: { someExamples?: boolean } = {}) {
    cpSync(SAMPLE, this.dir, { recursive: true, filter: (file) => !file.endsWith(EXAMPLES) });
    if (someExamples) this.write(EXAMPLES, someOf(readFileSync(join(SAMPLE, EXAMPLES), 'utf8')));
  }

  /** Replaces the first occurrence of a text that must be there. */
  replace(file: string, from: string, to: string): this {
    const text = this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    return this.write(
      file,
      text.replace(from, () => to),
    );
  }

  append(file: string, text: string): this {
    return this.write(file, this.read(file) + text);
  }

  write(file: string, content: string | Uint8Array): this {
    writeFileSync(join(this.dir, file), content);
    return this;
  }

  delete(file: string): this {
    rmSync(join(this.dir, file));
    return this;
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  /** The line on which a text first stands, counted from 1. */
  lineOf(file: string, text: string): number {
    const at = this.read(file).indexOf(text);
    if (at < 0) throw new Error(`${file} does not contain ${text}`);
    return this.read(file).slice(0, at).split('\n').length;
  }

  remove(): void {
    rmSync(this.dir, { recursive: true });
  }
}

/** Whether a line is a text by itself: in some, words run over several. */
const isWhole = (line: string): boolean =>
  /^(?:matter|news|nothing),/.test(line) && line.split('"').length % 2 === 1;

/** Of the texts on one line each. */
const someOf = (csv: string): string =>
  csv
    .split('\n')
    .filter((line, n) => n < HEAD || (n % ONE_IN === 0 && isWhole(line)))
    .map((line) => `${line}\n`)
    .join('');
