import type { AwsError } from '../errors/aws-error.js';
import type { WireAnswer } from './wire.js';

/** The content of a query answer: text, or elements by name. */
export type Xml = string | { readonly [element: string]: Xml | readonly Xml[] };

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The elements of an answer. */
export function writeXml(value: Xml): string {
  if (typeof value === 'string') return escape(value);
  return Object.entries(value)
    .flatMap(([name, content]) => [content].flat().map((part) => `<${name}>${writeXml(part)}</${name}>`))
    .join('');
}

const xml = (status: number, body: string): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

/** The answer of AWS's query protocol. */
export const queryAnswer = (
  namespace: string,
  operation: string,
  result: Xml,
  requestId: string,
): WireAnswer =>
  xml(
    200,
    `<${operation}Response xmlns="${namespace}"><${operation}Result>${writeXml(result)}</${operation}Result>` +
      `${writeXml({ ResponseMetadata: { RequestId: requestId } })}</${operation}Response>`,
  );

/** The answer of S3, which has no envelope. */
export const s3Failure = (error: AwsError, requestId: string): WireAnswer =>
  xml(error.status, writeXml({ Error: { Code: error.code, Message: error.message, RequestId: requestId } }));

export const queryFailure = (namespace: string, error: AwsError, requestId: string): WireAnswer =>
  xml(
    error.status,
    `<ErrorResponse xmlns="${namespace}">${writeXml({
      Error: { Type: error.status >= 500 ? 'Receiver' : 'Sender', Code: error.code, Message: error.message },
      RequestId: requestId,
    })}</ErrorResponse>`,
  );
