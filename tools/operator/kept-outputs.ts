import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** Where it stands what the stacks of a stage tell. */
export const outputsFile = (stage: string): string => `cdk.outputs.${stage}.json`;

/** By stack, then by output. */
export const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

/** Keeps what these stacks tell beside what others told before: each is deployed by itself. */
export function keepOutputs(
  root: string,
  stage: string,
  outputs: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  if (Object.keys(outputs).length === 0) return;
  const file = join(root, outputsFile(stage));
  const before = existsSync(file) ? outputsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...before, ...outputs }, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
