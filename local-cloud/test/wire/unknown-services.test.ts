import { hostSampleServices, type SampleServices } from './sample-services.js';

let sample: SampleServices;
beforeAll(async () => {
  sample = await hostSampleServices();
});
afterAll(() => sample.close());

const signed = (service: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=none`,
});

const post = (path: string, headers: Record<string, string>, body: string) =>
  fetch(`${sample.cloud.endpoint}${path}`, { method: 'POST', headers, body });

describe('a call of a service that is not hosted is refused by name, in its own protocol', () => {
  it('JSON', async () => {
    const answer = await post('/', { ...signed('events'), 'x-amz-target': 'AWSEvents.PutEvents' }, '{}');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      __type: 'UnknownOperationException',
      message: 'The local cloud does not support AWSEvents.PutEvents',
    });
  });

  it('query', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await post('/', { ...signed('iam'), ...form }, 'Action=ListRoles');
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toContain('<Code>UnknownOperationException</Code>');
    expect(text).toContain('<Message>The local cloud does not support iam.ListRoles</Message>');
  });

  it('Smithy RPC v2 in CBOR', async () => {
    const path = '/service/GraniteServiceVersion20100801/operation/ListMetrics';
    const answer = await post(path, { ...signed('monitoring'), 'smithy-protocol': 'rpc-v2-cbor' }, '');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = (value: string) => Buffer.concat([Buffer.from([0x79, 0, value.length]), Buffer.from(value)]);
    expect(answer.headers.get('smithy-protocol')).toBe('rpc-v2-cbor');
    expect(bytes).toEqual(
      Buffer.concat([
        Buffer.from([0xa2]),
        text('__type'),
        text('com.amazonaws#UnknownOperationException'),
        text('message'),
        text('The local cloud does not support monitoring.ListMetrics'),
      ]),
    );
  });
});
