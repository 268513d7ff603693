import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { readSettings, settingsFile } from '../infra/read-settings.js';
import { LOCAL, type Settings, settingsSchema } from '../infra/settings.js';
import { asProgram } from './as-program.js';
import { languageIn } from './language.js';
import { asWritten, type Draft, isAsked, type Member, MEMBERS, usual, wrongIn } from './setup/draft.js';
import { leftToDo } from './setup/left-to-do.js';
import { readCall, type SetupCall } from './setup/read-call.js';
import { readStored, type Stored, withKept } from './setup/stored.js';
import { type SetupWords, WORDS } from './setup/words.js';

export interface SetupPlace {
  /** Where the folder `settings` is. */
  readonly root: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** Says a question and answers the line that is typed, undefined where nobody types any more. */
  readonly ask: (question: string) => Promise<string | undefined>;
}

/** Nobody answered any more, or an answer that nobody is asked for is wrong. */
class Unanswered extends Error {}

/** Exit codes: 0 done, 1 the settings are wrong, or nobody answered; nothing is written then. 2: called wrongly. */
export async function setup(args: readonly string[], place: SetupPlace): Promise<number> {
  const words = WORDS[languageIn(args, place.environment)];
  let call: SetupCall;
  try {
    call = readCall(args, place.environment);
  } catch (error) {
    place.say(words.badOption(error instanceof Error ? error.message : String(error)));
    return 2;
  }
  if (call.help) {
    place.say(words.usage);
    return 0;
  }
  try {
    const talk = new Talk(call, words, place);
    return await (call.checks ? talk.check() : talk.write());
  } catch (error) {
    if (error instanceof Unanswered) {
      place.say(`${error.message}\n${words.nothingWritten}`.trim());
      return 1;
    }
    throw error;
  }
}

/** The dialogue about one stage. */
class Talk {
  private readonly folder: string;

  constructor(
    private readonly call: SetupCall,
    private readonly words: SetupWords,
    private readonly place: SetupPlace,
  ) {
    this.folder = join(place.root, 'settings');
  }

  /** Says whether the file is correct, and what is left to do. */
  async check(): Promise<number> {
    const stage = await this.stage();
    const settings = readSettings(this.folder, stage);
    if (settings.sample !== undefined) {
      this.place.say(this.words.onlySample(this.shown(stage)));
      return 1;
    }
    this.place.say(this.words.correct(this.shown(stage)));
    return this.conclude(settings);
  }

  async write(): Promise<number> {
    const stage = await this.stage();
    const { say } = this.place;
    const stored = this.before(stage);
    const draft = this.call.asks ? await this.asked(stage, stored) : this.taken(stage, stored);
    const whole = withKept(asWritten(stage, draft), stored);
    const settings = settingsSchema.parse(whole);
    const text = `${JSON.stringify(whole, null, 2)}\n`;
    if (stored.problem !== undefined) this.setAside(stage);
    const isNew = writeIfOther(settingsFile(this.folder, stage), text);
    say(isNew ? this.words.written(this.shown(stage)) : this.words.unchanged(this.shown(stage)));
    return this.conclude(settings);
  }

  /** Nothing of a file that could not be read whole is lost. */
  private setAside(stage: string): void {
    const file = settingsFile(this.folder, stage);
    copyFileSync(file, `${file}.before`);
    this.place.say(this.words.keptAs(`${this.shown(stage)}.before`));
  }

  private shown(stage: string): string {
    return settingsFile('settings', stage);
  }

  private conclude(settings: Settings): number {
    const { say } = this.place;
    say(this.words.notChecked);
    say(`\n${this.words.left}`);
    for (const [position, one] of leftToDo(settings).entries())
      say(`${position + 1}. ${this.words.toDo(one)}`);
    return 0;
  }

  private async stage(): Promise<string> {
    const isWrong = (stage: string) => stage === LOCAL || wrongIn(stage, {}).includes('stage');
    let stage = this.call.stage;
    while (stage === undefined || isWrong(stage)) {
      const problem = stage === undefined ? '' : this.words.mustBe(stage, this.words.wrong.stage());
      if (!this.call.asks || this.call.checks)
        throw new Unanswered(problem || this.words.mustBe(undefined, this.words.wrong.stage()));
      if (problem !== '') this.place.say(problem);
      stage = await this.line(`${this.words.questions.stage} `);
    }
    return stage;
  }

  /** The stored settings, as far as they are anybody's own. */
  private before(stage: string): Stored {
    const stored = readStored(this.folder, stage);
    if (stored.isSample) this.place.say(this.words.sample);
    if (stored.problem !== undefined) this.place.say(this.words.broken(stored.problem));
    return stored;
  }

  /** The values of options and file, or the usual ones. Throws Unanswered where that is not enough. */
  private taken(stage: string, { draft: before }: Stored): Draft {
    const given = this.call.said;
    const kept = { ...before, ...given };
    const draft = MEMBERS.reduce<Draft>(
      (made, member) => answered(made, member, kept[member] ?? usual(member, kept)),
      {},
    );
    const problems = wrongIn(stage, draft).map((member) => this.problem(member, draft));
    if (problems.length > 0) throw new Unanswered(problems.join('\n'));
    return draft;
  }

  /** Asks for whatever no option says. */
  private async asked(stage: string, { draft: before }: Stored): Promise<Draft> {
    this.place.say(this.words.begin(this.shown(stage)));
    let draft: Draft = {};
    for (const member of MEMBERS) {
      if (!isAsked(member, draft)) continue;
      const said = this.call.said[member];
      draft = answered(draft, member, said ?? before[member] ?? usual(member, draft));
      if (said === undefined || isWrong(stage, draft, member)) draft = await this.until(stage, draft, member);
    }
    return draft;
  }

  /** Asks until the answer will do; what it is in brackets is what the draft has. */
  private async until(stage: string, draft: Draft, member: Member): Promise<Draft> {
    const isSaid = this.call.said[member] !== undefined;
    if (isSaid) this.place.say(this.problem(member, draft));
    const offered = isSaid ? undefined : draft[member];
    const typed = await this.line(
      `${this.words.questions[member]}${offered === undefined ? '' : ` [${offered}]`} `,
    );
    const next = answered(draft, member, typed === '' ? offered : typed);
    if (!isWrong(stage, next, member)) return next;
    this.place.say(this.problem(member, next));
    return this.until(stage, answered(draft, member, offered), member);
  }

  private problem(member: Member | 'stage', draft: Draft): string {
    const value = member === 'stage' ? this.call.stage : draft[member];
    return `${member}: ${this.words.mustBe(value, this.words.wrong[member](draft))}`;
  }

  private async line(question: string): Promise<string> {
    const typed = await this.place.ask(question);
    if (typed === undefined) throw new Unanswered('');
    return typed.trim();
  }
}

/** With this answer; nothing, or a hyphen, is none. */
function answered(draft: Draft, member: Member, typed: string | undefined): Draft {
  const { [member]: _, ...others } = draft;
  return typed === undefined || typed === '' || typed === '-' || !isAsked(member, draft)
    ? others
    : { ...others, [member]: typed };
}

/** Later questions cannot make this answer wrong: whatever is asked only with it belongs to it. */
const isWrong = (stage: string, draft: Draft, member: Member): boolean =>
  wrongIn(stage, draft).some((one) => one === member);

/** Whole or not at all. Answers whether anything changed. */
function writeIfOther(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return true;
}

/** Lines that are typed, or piped in. */
function terminal(): { ask: SetupPlace['ask']; close: () => void } {
  const lines = createInterface({ input: process.stdin, terminal: process.stdin.isTTY });
  const typed = lines[Symbol.asyncIterator]();
  return {
    ask: async (question) => {
      process.stdout.write(question);
      const { value, done } = await typed.next();
      if (!process.stdin.isTTY) process.stdout.write('\n');
      return done ? undefined : value;
    },
    close: () => lines.close(),
  };
}

asProgram(import.meta.url, async () => {
  const { ask, close } = terminal();
  process.exitCode = await setup(process.argv.slice(2), {
    root: process.cwd(),
    environment: process.env,
    say: (line) => console.log(line),
    ask,
  });
  close();
});
