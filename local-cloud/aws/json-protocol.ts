import { isJsonObject, parsePlainJson, type JsonObject } from '../assembly/json.js';
import { AwsError } from '../errors/aws-error.js';
import type { WireAnswer } from './wire.js';

const CONTENT_TYPE = 'application/x-amz-json-1.0';

/** The input of a call in AWS's JSON protocol. Throws SerializationException. */
export function readJsonInput(body: string): JsonObject {
  if (body === '') return {};
  try {
    const input = parsePlainJson(body);
    if (isJsonObject(input)) return input;
  } catch {
    // answered below
  }
  throw new AwsError('SerializationException', 'The request body is not a JSON object');
}

export const jsonAnswer = (output: unknown): WireAnswer => ({
  status: 200,
  headers: { 'content-type': CONTENT_TYPE },
  body: JSON.stringify(output),
});

/** `prefix` is the namespace that some services put before the error's name. */
export const jsonFailure = (error: AwsError, prefix = ''): WireAnswer => ({
  status: error.status,
  headers: { 'content-type': CONTENT_TYPE, 'x-amzn-errortype': error.code },
  body: JSON.stringify({ __type: `${prefix}${error.code}`, message: error.message }),
});
