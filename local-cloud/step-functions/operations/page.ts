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

/** One page of a short list whose items have ARNs, and the token of the next page, if there is one. */
export function onePage<Item extends { readonly arn: string }>(
  all: readonly Item[],
  input: Readonly<Record<string, unknown>>,
  size: number,
): { readonly items: readonly Item[]; readonly next: { readonly nextToken?: string } } {
  const after = pageStart(input);
  const from = after === undefined ? 0 : all.findIndex(({ arn }) => arn === after) + 1;
  const items = all.slice(from, from + size);
  const last = items.at(-1);
  const isLast = last === undefined || from + size >= all.length;
  return { items, next: isLast ? {} : { nextToken: pageToken(last.arn) } };
}
