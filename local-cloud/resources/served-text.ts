import { AssemblyError } from '../assembly/assembly-error.js';
import { isJsonObject, type Json } from '../assembly/json.js';
import { ExactNumber } from '../states-language/exact-number.js';
import type { Host } from './host.js';

const DYNAMIC = /\{\{resolve:([^{}]*)\}\}/g;

function secretOf({ secrets }: Host, reference: string): string {
  const id = /^secretsmanager:(arn:[^{}]*?):SecretString:*$/.exec(reference)?.[1];
  const found = id === undefined ? undefined : secrets.get(id);
  if (found === undefined)
    throw new AssemblyError(
      `the dynamic reference {{resolve:${reference}}} is not supported: only whole secrets of the assembly, by ARN, are`,
    );
  return found;
}

/**
 * Text of a template as it holds here: dynamic references are what they stand for, and `https://` before the address of
 * a distribution is `http://`, since this host serves no TLS.
 */
export function servedText(value: Json, host: Host): Json {
  if (typeof value === 'string') {
    let text = value.includes('{{resolve:')
      ? value.replaceAll(DYNAMIC, (_, reference: string) => secretOf(host, reference))
      : value;
    for (const { url } of host.cdn.distributions) text = text.replaceAll(`https://${new URL(url).host}`, url);
    return text;
  }
  if (Array.isArray(value)) return value.map((part: Json) => servedText(part, host));
  if (!isJsonObject(value) || value instanceof ExactNumber) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, servedText(part, host)]));
}
