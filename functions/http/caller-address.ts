import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { networkOf, plainAddress } from '../../domain/contact/caller-network.js';
import type { Callers } from '../../domain/town/caller-schema.js';
import { isAmong } from './is-among.js';

/**
 * Who called, as far as the network tells: whoever connected; behind proxies that the town trusts, the last that none
 * of them is. What anybody else writes into X-Forwarded-For counts for nothing.
 */
export function callerAddress(
  { headers, requestContext }: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>,
  { trustedProxies }: Pick<Callers, 'trustedProxies'>,
): string {
  let address = plainAddress(requestContext.http.sourceIp);
  const forwarded = (headers['x-forwarded-for'] ?? '').split(',').map((one) => plainAddress(one.trim()));
  while (trustedProxies.length > 0 && isAmong(trustedProxies, address)) {
    const before = forwarded.pop();
    if (before === undefined) break;
    // API Gateway adds whom it saw itself.
    if (isIP(before) !== 0) address = before;
  }
  return isIP(address) === 0 ? address : networkOf(address);
}
