import type { FunctionConfig } from './function-config.js';
import type { LogLine } from './log-book.js';

/** As much of the end of a log as Lambda hands back; bytes. */
const LONGEST = 4 * 1024;

/** `X-Amz-Log-Result`: the end of what one invocation wrote, between the lines of Lambda's own, in base64. */
export function logTail(
  { memoryMegabytes }: Pick<FunctionConfig, 'memoryMegabytes'>,
  {
    requestId,
    executedVersion,
    milliseconds,
  }: { readonly requestId: string; readonly executedVersion: string; readonly milliseconds: number },
  lines: readonly LogLine[],
): string {
  const written = lines
    .filter((line) => line.requestId === requestId)
    .map(({ text }) => (text.endsWith('\n') ? text : `${text}\n`));
  const log = [
    `START RequestId: ${requestId} Version: ${executedVersion}\n`,
    ...written,
    `END RequestId: ${requestId}\n`,
    `REPORT RequestId: ${requestId}\tDuration: ${milliseconds.toFixed(2)} ms\tBilled Duration: ${Math.ceil(milliseconds)} ms\tMemory Size: ${memoryMegabytes} MB\t\n`,
  ].join('');
  return Buffer.from(log).subarray(-LONGEST).toString('base64');
}
