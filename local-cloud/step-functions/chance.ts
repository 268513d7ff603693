import { createHash } from 'node:crypto';
import type { Chance } from '../states-language/engine/step.js';

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** A version 4 UUID drawn from unguessable text. */
export function uuidFrom(text: string): string {
  const bytes = digest(text);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

/** A task token: the execution's ARN, so that it is found after a restart, and unguessable text. */
function tokenFor(executionArn: string, secret: string): string {
  return Buffer.from(`${executionArn}\n${secret}`, 'utf8').toString('base64url');
}

/** The execution a token belongs to; undefined for what is no token of ours. */
export function executionOfToken(token: string): string | undefined {
  const [arn, secret] = Buffer.from(token, 'base64url').toString('utf8').split('\n');
  return arn !== undefined && secret !== undefined && arn.startsWith('arn:') ? arn : undefined;
}

/** The chance of one execution, drawn from the given source. */
export function chanceOf(executionArn: string, randomId: () => string): Chance {
  return {
    random: () => digest(randomId()).readUIntBE(0, 6) / 2 ** 48,
    uuid: () => uuidFrom(randomId()),
    token: () => tokenFor(executionArn, randomId()),
  };
}
