import { appendFile } from 'node:fs/promises';

/** A function's output, one entry a write (usually a line); or an event of an execution that is to be logged. */
export interface LogLine {
  /** Epoch milliseconds of the cloud's clock. */
  readonly at: number;
  /** Of an execution's event the name of its log group; the host's own notices are of `host`. */
  readonly function: string;
  /** Absent for what was written while the function was loading. */
  readonly requestId?: string | undefined;
  readonly stream: 'stdout' | 'stderr' | 'platform';
  readonly text: string;
}

/** The newest lines stay in memory; older ones are only in the file, if there is one. */
const KEPT_LINES = 10_000;
const KEPT_CHARACTERS = 10_000_000;

export class LogBook {
  private kept: LogLine[] = [];
  private characters = 0;
  private writing: Promise<void> = Promise.resolve();
  private unwritten: string[] = [];
  private closed = false;
  private readonly listeners: ((line: LogLine) => void)[] = [];

  constructor(private readonly file: string | undefined) {}

  /** Once closed, nothing more is taken: what ends with the host is not news. */
  add({ at, function: name, requestId, stream, text }: LogLine): void {
    if (this.closed) return;
    // Written out: where objects are put together from others, V8 describes the shape of each anew, which takes more than the line.
    const line: LogLine = { at, function: name, requestId, stream, text };
    this.kept.push(line);
    this.characters += text.length;
    if (this.kept.length > KEPT_LINES * 1.25 || this.characters > KEPT_CHARACTERS * 1.25) this.forget();
    for (const listener of this.listeners) listener(line);
    if (this.file !== undefined) this.write(this.file, line);
  }

  lines(): readonly LogLine[] {
    return this.kept.slice(-KEPT_LINES);
  }

  onLine(listener: (line: LogLine) => void): void {
    this.listeners.push(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.writing;
  }

  private forget(): void {
    let [first, characters] = [this.kept.length, 0];
    while (first > this.kept.length - KEPT_LINES && characters < KEPT_CHARACTERS) {
      first -= 1;
      characters += this.kept[first]?.text.length ?? 0;
    }
    this.kept = this.kept.slice(first);
    this.characters = characters;
  }

  private write(file: string, line: LogLine): void {
    this.unwritten.push(`${JSON.stringify(line)}\n`);
    if (this.unwritten.length > 1) return;
    this.writing = this.writing.then(async () => {
      const text = this.unwritten.join('');
      this.unwritten = [];
      await appendFile(file, text).catch(() => undefined);
    });
  }
}
