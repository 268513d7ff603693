import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { Finding } from './accepted.js';

const findingsSchema = z.array(
  z.looseObject({
    Rule: z.looseObject({ Id: z.string() }),
    Message: z.string(),
    Filename: z.string(),
    Location: z.looseObject({ Path: z.array(z.union([z.string(), z.number()])).nullish() }),
  }),
);

const synthesizedIn = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.template.json'));

/**
 * The findings of cfn-lint on templates in a folder, by default on all that were synthesized into it; undefined where
 * it is not installed.
 */
export function cfnLint(folder: string, templates = synthesizedIn(folder)): Finding[] | undefined {
  const { error, stdout, stderr } = spawnSync('cfn-lint', ['--format', 'json', '--', ...templates], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error || stdout.trim() === '') throw error ?? new Error(`cfn-lint failed: ${stderr}`);
  return findingsSchema.parse(JSON.parse(stdout)).map(({ Rule, Message, Filename, Location }) => {
    const [section, ...path] = Location.Path ?? [];
    const stack = basename(Filename).replace(/\..*/, '');
    return {
      rule: Rule.Id,
      where: join(stack, ...(section === 'Resources' ? [] : [String(section)]), ...path.map(String)),
      message: Message,
    };
  });
}
