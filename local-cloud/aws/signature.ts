import type { IncomingHttpHeaders } from 'node:http';

export interface Signature {
  readonly accessKeyId: string;
  /** The service that the request was signed for. */
  readonly service: string;
}

const CREDENTIAL = /Credential=([^/]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

/**
 * Who signed, and for which service. The signature itself is not checked: the endpoint is open to this machine only,
 * and the key says which role is at work so that its permissions can be enforced.
 */
export function readSignature(headers: IncomingHttpHeaders): Signature | undefined {
  const [, accessKeyId, service] = CREDENTIAL.exec(headers.authorization ?? '') ?? [];
  return accessKeyId === undefined || service === undefined ? undefined : { accessKeyId, service };
}
