import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Callers } from '../../domain/town/caller-schema.js';
import { isAmong } from './is-among.js';

/**
 * Who called, as far as the network tells: whoever connected; behind proxies that the town trusts, the last that none of them is. What anybody else
 * writes into X-Forwarded-For counts for nothing.
 */
export function callerAddress(
  { headers, requestContext }: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>,
  { trustedProxies }: Pick<Callers, 'trustedProxies'>,
): string {
  let address = plain(requestContext.http.sourceIp);
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((one) => plain(one.trim()));
  while (trustedProxies.length > 0 && isAmong(trustedProxies, address)) {
    const before = forwarded.pop();
    if (before === undefined) break;
    // API Gateway adds whom it saw itself.
    if (isIP(before) !== 0) address = before;
  }
  return isIP(address) === 6 ? networkOf(address) : address;
}

/** `::ffff:192.0.2.1` is an IPv4 address that a socket for both kinds shows. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Of an IPv6 address the first 64 bits: whoever has one has all that begin so. */
function networkOf(address: string): string {
  // The address without its zone, as everybody writes it: lower case, one row of zeros left out.
  const written = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = written
    .split('::')
    .map((part) => part.split(':').filter((one) => one !== ''));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
