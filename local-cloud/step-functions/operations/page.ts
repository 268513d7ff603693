import { AwsError } from '../../errors/aws-error.js';
import { optionalText } from '../request-members.js';

const PREFIX = 'after:';

/** Where the page before ended; undefined for the first page. Throws InvalidToken for a token that is not ours. */
export function pageStart(input: Readonly<Record<string, unknown>>): string | undefined {
  const token = optionalText(input, 'nextToken', 1, 3_096);
  if (token === undefined) return undefined;
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (!text.startsWith(PREFIX)) throw new AwsError('InvalidToken', "Invalid Token: 'Invalid token'");
  return text.slice(PREFIX.length);
}

export function pageToken(last: string): string {
  return Buffer.from(`${PREFIX}${last}`, 'utf8').toString('base64url');
}
