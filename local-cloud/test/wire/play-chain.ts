import { readFile, rm } from 'node:fs/promises';
import { isJsonObject, parsePlainJson, type Json } from '../../assembly/json.js';
import type { AwsCli, CliRun } from './aws-cli.js';
import { callOf, type Case, type Chain, type Outcome } from './case.js';
import { differences } from './expected.js';

export interface Played {
  readonly played: Case;
  /** Empty when the call did what it should. */
  readonly problems: readonly string[];
}

const ERROR =
  /An error occurred \((?<code>[^)]+)\) when calling the (?<operation>\w+) operation[^:]*: (?<message>[^]*)/;

const read = (text: string): Json => (text.trim() === '' ? {} : parsePlainJson(text));

const ARGUMENT = /'(?<quoted>[^']*)'|\S+/g;

function argumentsOf(command: string, values: ReadonlyMap<string, string>): string[] {
  return [...command.matchAll(ARGUMENT)].map(([whole, quoted = whole]) =>
    quoted.replaceAll(/\$(\w+)/g, (_all, name: string) => {
      const value = values.get(name);
      if (value === undefined) throw new Error(`$${name} is not known: the case that keeps it failed`);
      return value;
    }),
  );
}

function valueAt(answer: Json, path: string): string {
  let value: Json | undefined = answer;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = (value as readonly Json[])[Number(step)];
    else value = isJsonObject(value) ? value[step] : undefined;
  }
  if (typeof value !== 'string') throw new Error(`the answer has no text at ${path}`);
  return value;
}

/** An error that the command did not get from the endpoint is shown as it stands. */
function refusalProblems(outcome: Outcome & { kind: 'refusal' }, played: Case, run: CliRun): string[] {
  const { code = '', operation = '', message = '' } = ERROR.exec(run.stderr)?.groups ?? {};
  if (code === '') return [`it was not refused: ${run.stdout}${run.stderr}`];
  const { call } = callOf(played);
  return [
    ...(code === outcome.code ? [] : [`refused by ${code}, not ${outcome.code}: ${message.trim()}`]),
    ...(operation === call ? [] : [`the operation is ${operation}, not ${call}`]),
    ...(outcome.says.test(message) ? [] : [`it says ${message.trim()}, not ${String(outcome.says)}`]),
  ];
}

/** Plays chains through one command; values that cases keep are known to the rest of their chain only. */
export class ChainPlayer {
  constructor(
    private readonly cli: AwsCli,
    /** What `$name` stands for from the beginning. */
    private readonly sample: Readonly<Record<string, string>>,
    /** Resolves when whatever the calls before have set going is done. */
    private readonly settled: () => Promise<unknown>,
  ) {}

  /** Plays on after a problem; `number` keeps the chains' files apart. */
  async play(chain: Chain, number: number, onPlayed: (played: Played) => void): Promise<void> {
    const out = `${this.cli.folder}/out-${number}`;
    const values = new Map([...Object.entries(this.sample), ['out', out]]);
    for (const one of chain) {
      await this.settled();
      await rm(out, { force: true });
      const problems = await this.problems(one, values, out).catch((error: unknown) => [
        error instanceof Error ? error.message : String(error),
      ]);
      onPlayed({ played: one, problems });
    }
  }

  private async problems(one: Case, values: Map<string, string>, out: string): Promise<string[]> {
    const run = await this.cli.run(argumentsOf(one.command, values));
    const { outcome } = one;
    if (outcome.kind === 'refusal') return refusalProblems(outcome, one, run);
    if (run.code !== 0) return [`exit code ${run.code}: ${run.stderr.trim()}`];
    const answer = read(run.stdout);
    const { written } = outcome;
    const found = [
      ...differences(outcome.answer, answer),
      ...(written === undefined
        ? []
        : differences(written, read(await readFile(out, 'utf8')), 'what was written')),
    ];
    for (const [name, path] of Object.entries(outcome.keep)) values.set(name, valueAt(answer, path));
    return found;
  }
}
