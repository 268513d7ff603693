import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Settings, settingsSchema } from './settings.js';

/** Settings that are missing or wrong; the message names the file and each member. */
export class SettingsError extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}`);
    this.name = 'SettingsError';
  }
}

export const settingsFile = (folder: string, stage: string): string => join(folder, `${stage}.json`);

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new SettingsError(file, `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The settings of a stage, from `settings/<stage>.json`. Throws SettingsError. */
export function readSettings(folder: string, stage: string): Settings {
  const file = settingsFile(folder, stage);
  if (!existsSync(file)) throw new SettingsError(file, `does not exist: npm run setup -- --stage ${stage}`);
  const read = settingsSchema.safeParse(parseJson(file));
  if (!read.success) throw new SettingsError(file, z.prettifyError(read.error));
  if (read.data.stage !== stage) throw new SettingsError(file, `is of the stage ${read.data.stage}`);
  return read.data;
}

/** Changes members of a stage's settings, and leaves the others as they are written. Throws SettingsError where it would be wrong; nothing is written then. */
export function changeSettings(folder: string, stage: string, changed: Partial<Settings>): void {
  const file = settingsFile(folder, stage);
  const whole = { ...z.record(z.string(), z.unknown()).parse(parseJson(file)), ...changed };
  const read = settingsSchema.safeParse(whole);
  if (!read.success) throw new SettingsError(file, z.prettifyError(read.error));
  writeFileSync(`${file}.new`, `${JSON.stringify(whole, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
