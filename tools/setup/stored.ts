import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { readSettings, SettingsError, settingsFile } from '../../infra/read-settings.js';
import { settingsSchema } from '../../infra/settings.js';
import { type Draft, draftOf, type Member, MEMBERS } from './draft.js';

const objectSchema = z.record(z.string(), z.unknown());
type Json = z.infer<typeof objectSchema>;

/** The settings file of a stage, as far as it is anybody's own. */
export interface Stored {
  readonly draft: Draft;
  readonly file: Json;
  readonly isSample: boolean;
  /** The error in it. */
  readonly problem?: string;
}

const NOTHING: Stored = { draft: {}, file: {}, isSample: false };

/** Of a file that cannot be used, too: what can be read in it is offered, so that only what is wrong is typed anew. */
export function readStored(folder: string, stage: string): Stored {
  const path = settingsFile(folder, stage);
  if (!existsSync(path)) return NOTHING;
  try {
    const settings = readSettings(folder, stage);
    if (settings.sample !== undefined) return { ...NOTHING, isSample: true };
    return { draft: draftOf(settings), file: jsonIn(path), isSample: false };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const file = jsonIn(path);
    if (file['sample'] !== undefined) return { ...NOTHING, isSample: true, problem: error.message };
    return {
      draft: draftOf({ awsConsoleLinks: false, ...file }),
      file,
      isSample: false,
      problem: error.message,
    };
  }
}

function jsonIn(path: string): Json {
  try {
    return objectSchema.catch({}).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return {};
  }
}

const isAsked = (path: string): boolean =>
  MEMBERS.some((member: Member) => member === path || member.startsWith(`${path}.`));

/** With what stood in the file and nobody is asked for, as the hours of the night; without, where that would not do. */
export function withKept(made: object, { file }: Stored): object {
  const answers = objectSchema.parse(made);
  const kept = Object.entries(file).flatMap(([key, value]) => {
    if (!isAsked(key)) return key === 'stage' || key === 'sample' ? [] : [[key, value]];
    const [before, after] = [objectSchema.safeParse(value), objectSchema.safeParse(answers[key])];
    if (!before.success || !after.success) return [];
    const others = Object.entries(before.data).filter(([inner]) => !isAsked(`${key}.${inner}`));
    return [[key, { ...after.data, ...Object.fromEntries(others) }]];
  });
  const whole = { ...answers, ...Object.fromEntries(kept) };
  return settingsSchema.safeParse(whole).success ? whole : made;
}
