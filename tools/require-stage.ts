import { readdirSync } from 'node:fs';
import * as z from 'zod';
import { asProgram } from './as-program.js';

const contextSchema = z.object({ stage: z.string().min(1).optional() });

/**
 * The error in a call of the CDK's command line that does not say which deployment it means; undefined where it does. A
 * stage that was taken for granted would be another town's. `context` is what the command line was given, as it hands
 * it on.
 */
export function stageMissing(context: string, settings: readonly string[]): string | undefined {
  if (contextSchema.parse(JSON.parse(context)).stage !== undefined) return undefined;
  const stages = settings.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
  const known = stages.length === 0 ? '-' : stages.join(', ');
  return `Which deployment? Say -c stage=NAME; there are settings of: ${known}. Others are written by npm run setup.
请用 -c stage=名称 指明环境。已有设置的环境：${known}。新的环境用 npm run setup 设置。`;
}

asProgram(import.meta.url, () => {
  const missing = stageMissing(process.env['CDK_CONTEXT_JSON'] ?? '{}', readdirSync('settings'));
  return missing === undefined ? Promise.resolve() : Promise.reject(new Error(missing));
});
