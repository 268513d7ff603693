import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../errors/aws-error.js';
import { jsonFailure } from './json-protocol.js';
import { queryFailure } from './query-protocol.js';
import type { WireAnswer } from './wire.js';

/** A call that no service here takes, as far as it could be read. */
export interface UnknownCall {
  /** As the call names it: in its target, its signature, or only by its path. */
  readonly service: string;
  readonly operation: string;
  readonly requestId: string;
  /** How its client speaks, and so how it understands an error. */
  readonly protocol: 'json' | 'query' | 'cbor';
}

/** These speak XML over REST, and write their errors as the query protocol does. */
const REST_XML = new Set(['cloudfront', 'route53']);

/** The protocol of a request, from its headers and from what it was signed for. */
export function protocolOf(headers: IncomingHttpHeaders, service: string): UnknownCall['protocol'] {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') return 'cbor';
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return isForm || REST_XML.has(service) ? 'query' : 'json';
}

/** Text in CBOR (RFC 8949): its length in two bytes, then its UTF-8. */
function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.from([0x79, 0, 0]);
  head.writeUInt16BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

/** An error of Smithy's RPC v2 protocol: a map of two texts. */
const cborFailure = ({ code, message, status }: AwsError): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' },
  body: Buffer.concat([
    Buffer.from([0xa2]),
    ...['__type', `com.amazonaws#${code}`, 'message', message].map(cborText),
  ]),
});

/** An error that names the call, in the words of whichever protocol it came in. */
export function unknownOperation({ service, operation, requestId, protocol }: UnknownCall): WireAnswer {
  const what = operation === '' ? service : `${service}.${operation}`;
  const error = new AwsError('UnknownOperationException', `The local cloud does not support ${what}`, 404);
  switch (protocol) {
    case 'json':
      return jsonFailure(error);
    case 'query':
      return queryFailure('http://127.0.0.1/', error, requestId);
    case 'cbor':
      return cborFailure(error);
  }
}
