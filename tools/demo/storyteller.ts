import { dayText, timeText } from '../../contracts/pages/times.js';
import type { DemoWords } from './demo-words.js';
import { inOrder, type StoryLine } from './story-lines.js';

/** Prints a case as it goes: a line for each day that begins, and at its end how many other texts went out. */
export class Storyteller {
  private lines: StoryLine[] = [];
  private others = 0;
  private day = '';

  constructor(
    private readonly words: DemoWords,
    private readonly timeZone: string,
    private readonly print: (line: string) => void,
  ) {}

  /** Kept until `tell`: what belongs to one moment comes in any order. */
  add(at: number, kind: StoryLine['kind'], words: string): void {
    this.lines.push({ at, kind, words });
  }

  textsOfOthers(count: number): void {
    this.others += count;
  }

  tell(): void {
    for (const { at, kind, words } of inOrder(this.lines)) this.line(at, kind, words);
    this.lines = [];
  }

  /** The case is over: says how much the town texted besides. */
  end(): void {
    if (this.others > 0) this.print(`\n  ${this.words.meanwhile(this.others)}`);
  }

  private line(at: number, kind: StoryLine['kind'], words: string): void {
    const { language } = this.words;
    const day = dayText(at, language, this.timeZone);
    if (day !== this.day) this.print(`\n  ${day}`);
    this.day = day;
    const signs = { begins: '', answer: '    ← ', reply: '    → ', state: '', text: '    → ' };
    this.print(`  ${timeText(at, language, this.timeZone)}  ${signs[kind]}${words}`);
  }
}
