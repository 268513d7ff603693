import type { LocalCloud } from '../local-cloud.js';

/** How a person's own SDK client reaches the local cloud: any keys will do. */
export const clientConfig = ({ endpoint, region }: LocalCloud) => ({
  endpoint,
  region,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
});

/** A call in AWS's JSON protocol, for services whose SDK client is not installed. */
export async function callJson(
  cloud: Pick<LocalCloud, 'endpoint'>,
  target: string,
  input: object,
  accessKeyId = 'test',
) {
  const service = target.startsWith('AmazonSQS') ? 'sqs' : 'states';
  const response = await fetch(cloud.endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': target,
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261123/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
    },
    body: JSON.stringify(input),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** A call of the host's own API. */
export async function control(
  cloud: LocalCloud,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
) {
  const response = await fetch(`${cloud.endpoint}/_local/${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}
