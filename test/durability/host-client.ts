import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import type { Addresses } from '@small-grid/local-cloud/testing';

const AUTHORIZATION = (service: string) =>
  `AWS4-HMAC-SHA256 Credential=administrator/20261123/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`;

/** A call takes no longer than this, or the host is taken to be dead. */
const PATIENCE = 15_000;
/** Days that are skipped hold hundreds of sweeps, and after many kills hundreds of requests that all come to their end. */
const PATIENCE_WITH_TIME = 1_800_000;

const smsSchema = z.object({ id: z.string(), to: z.string(), body: z.string(), at: z.number() });
export type Text = z.infer<typeof smsSchema>;

/** The host did not answer, or answered that something is wrong with itself: worth another try. */
export class HostGone extends Error {}

async function answered(url: string | URL, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    throw new HostGone(String(error), { cause: error });
  }
  if (response.status >= 500) throw new HostGone(`${response.status} ${await response.text()}`);
  return response;
}

/** Reads the whole body; a host that dies in the middle of it is gone. */
async function read(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new HostGone(String(error), { cause: error });
  }
}

export async function http(
  { url }: Addresses,
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  const response = await answered(new URL(path, url), init);
  return { status: response.status, body: await read(response) };
}

/** Lets time pass on the host. `fetch` would give up after five minutes, whatever it is told. */
export async function advance({ endpoint }: Addresses, duration: string): Promise<void> {
  const call = request(`${endpoint}/_local/clock`, {
    method: 'POST',
    signal: AbortSignal.timeout(PATIENCE_WITH_TIME),
  });
  call.end(JSON.stringify({ advance: duration }));
  try {
    const [response] = (await once(call, 'response')) as [IncomingMessage];
    const answer = await text(response);
    if (response.statusCode !== 200) throw new Error(answer);
  } catch (error) {
    throw new HostGone(String(error), { cause: error });
  }
}

/** The host's own API, but for its clock. Throws for an answer that is not 200. */
export async function control({ endpoint }: Addresses, path: string, body?: object): Promise<unknown> {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await answered(`${endpoint}/_local/${path}`, init);
  if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return read(response);
}

export async function sentTexts(host: Addresses, since: number): Promise<readonly Text[]> {
  return z.array(smsSchema).parse(await control(host, `sms?since=${since}`));
}

/** One call of an AWS API by the operator. Throws for an error. */
export async function aws({ endpoint }: Addresses, target: string, input: object): Promise<unknown> {
  const service = target.startsWith('DynamoDB') ? 'dynamodb' : 'states';
  const response = await answered(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      authorization: AUTHORIZATION(service),
    },
    body: JSON.stringify(input),
  });
  const body = await read(response);
  if (response.status !== 200) throw new Error(`${target}: ${JSON.stringify(body)}`);
  return body;
}
