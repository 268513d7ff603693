import { tmpdir } from 'node:os';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { lambda, table, tableAccess, writeAssembly, type SampleAssembly } from './sample/sample-assembly.js';

const START = Date.UTC(2026, 10, 23, 8, 30);
let assembly: SampleAssembly;
let cloud: LocalCloud;

beforeAll(() => {
  assembly = writeAssembly({
    ...table,
    ...lambda('Echo', 'echo', []),
    ...lambda('Put', 'put', [tableAccess]),
    ...lambda('Denied', 'put', []),
    ...lambda('Hang', 'hang', [], { Timeout: 1 }),
    ...lambda('Stall', 'stall', [], { Timeout: 1 }),
    ...lambda('Spin', 'spin', [], { Timeout: 1 }),
    ...lambda('Fail', 'fail', []),
    ...lambda('Count', 'count', []),
    ...lambda('Exit', 'exit', []),
    ...lambda('Missing', 'missing', []),
    ...lambda('Single', 'count', [], { ReservedConcurrentExecutions: 1 }),
    ...lambda('Draw', 'draw', []),
    ...lambda('DrawLater', 'drawLater', []),
  });
});

afterAll(() => assembly.remove());

const host = (simulation?: { seed: string }) =>
  createLocalCloud({ assembly: assembly.directory, clock: 'manual', start: START, simulation });

const payload = async (name: string, event: unknown = {}) =>
  JSON.parse((await cloud.invoke(name, event)).payload) as Record<string, unknown>;

describe.each([
  ['a hosted function', undefined],
  ['a simulated function', { seed: 'of the test' }],
])('%s', (_kind, simulation) => {
  beforeAll(async () => {
    cloud = await host(simulation);
  });
  afterAll(() => cloud.close());

  it('sees its own environment and nothing of the host', async () => {
    process.env['HOST_SECRET'] = 'of the host';
    const { environment, functionName } = (await payload('Echo')) as {
      environment: Record<string, string>;
      functionName: string;
    };
    expect(environment).toMatchObject({
      OWN: 'value',
      TABLE: 'Sample-Table',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: cloud.endpoint,
    });
    expect(environment['HOST_SECRET']).toBeUndefined();
    expect(environment['PATH']).toBeUndefined();
    expect(functionName).toBe('Sample-Echo');
  });

  it('is told its request id and how much time is left', async () => {
    const { requestId, remaining } = await payload('Echo');
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(remaining).toBeGreaterThan(15_000);
  });

  it('uses the database through the SDK with the permissions of its role', async () => {
    expect(await payload('Put', { pk: 'a', text: 'kept' })).toEqual({ text: 'kept' });
  });

  it('is refused by the database what its role does not allow', async () => {
    const { functionError, payload: text } = await cloud.invoke('Denied', { pk: 'a', text: 'not kept' });
    expect(functionError).toBe('Unhandled');
    expect(JSON.parse(text)).toMatchObject({
      errorType: 'AccessDeniedException',
      errorMessage: expect.stringContaining('is not authorized to perform: dynamodb:PutItem') as string,
    });
  });

  it('stays warm between calls one after the other', async () => {
    const first = Number((await cloud.invoke('Count', {})).payload);
    expect(Number((await cloud.invoke('Count', {})).payload)).toBe(first + 1);
  });

  it('gets an environment of its own for each call at the same time, up to a limit', async () => {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(() => cloud.invoke('Count', {})));
    expect(answers.every(({ functionError }) => functionError === undefined)).toBe(true);
  });

  it('is refused beyond its reserved concurrency', async () => {
    const first = cloud.invoke('Single', {});
    await expect(cloud.invoke('Single', {})).rejects.toMatchObject({ code: 'TooManyRequestsException' });
    await first;
  });

  // Only a thread of its own can be ended with what goes on in it.
  it.each(simulation ? ['Stall'] : ['Stall', 'Hang', 'Spin'])(
    'that does not end in time is ended (%s)',
    async (name) => {
      const { functionError, payload: text } = await cloud.invoke(name, {});
      expect(functionError).toBe('Unhandled');
      expect(JSON.parse(text)).toMatchObject({
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('Task timed out after 1.00 seconds') as string,
      });
    },
  );

  it('that throws answers with the name, message and trace of its error', async () => {
    const { functionError, payload: text } = await cloud.invoke('Fail', {});
    expect(functionError).toBe('Unhandled');
    expect(JSON.parse(text)).toMatchObject({
      errorType: 'Broken',
      errorMessage: 'it is broken',
      trace: expect.any(Array) as unknown[],
    });
  });

  it('that throws shows where its own code is on AWS, and nothing of this machine', async () => {
    const { payload: text } = await cloud.invoke('Fail', {});
    const { trace } = JSON.parse(text) as { trace: string[] };
    expect(trace[0]).toBe('Broken: it is broken');
    expect(trace.some((line) => /\/var\/task\/index\.m?js:\d+:\d+/.test(line))).toBe(true);
    const places = trace.flatMap((line) => /(?<=[( ])(?:file:\/\/)?\/[^:)]+/.exec(line) ?? []);
    expect(places.filter((place) => !/^(?:file:\/\/)?\/var\/task\//.test(place))).toEqual([]);
    expect(text).not.toContain(process.cwd());
    expect(text).not.toContain(tmpdir());
  });

  it('hands back the end of what it wrote to whoever asks', async () => {
    const response = await fetch(`${cloud.endpoint}/2015-03-31/functions/Sample-Fail/invocations`, {
      method: 'POST',
      headers: { ...SIGNED, 'x-amz-log-type': 'Tail' },
    });
    const tail = Buffer.from(response.headers.get('x-amz-log-result') ?? '', 'base64').toString();
    expect(tail).toMatch(
      /^START RequestId: [\da-f-]{36} Version: \$LATEST\n[^]*about to fail\n[^]*END RequestId: [\da-f-]{36}\nREPORT RequestId: [\da-f-]{36}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: \d+ MB/,
    );
    const silent = await fetch(`${cloud.endpoint}/2015-03-31/functions/Sample-Fail/invocations`, {
      method: 'POST',
      headers: SIGNED,
    });
    expect(silent.headers.get('x-amz-log-result')).toBeNull();
  });

  it.each([
    [
      'six megabytes at once',
      'RequestResponse',
      6 * 1024 * 1024,
      'Request must be smaller than 6291456 bytes for the InvokeFunction operation',
    ],
    [
      'one megabyte where nobody waits',
      'Event',
      1024 * 1024,
      '1048579 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    ],
  ])('is not called with more than %s', async (_what, type, most, message) => {
    const call = (size: number) =>
      fetch(`${cloud.endpoint}/2015-03-31/functions/Sample-Echo/invocations`, {
        method: 'POST',
        headers: { ...SIGNED, 'x-amz-invocation-type': type },
        body: JSON.stringify('x'.repeat(size)),
      });
    const refused = await call(most + 1);
    expect(refused.status).toBe(413);
    expect(refused.headers.get('x-amzn-errortype')).toBe('RequestEntityTooLargeException');
    expect(await refused.json()).toMatchObject({ message });
    expect((await call(most / 2)).status).toBeLessThan(300);
  });

  it('that ends its process fails, and the next call gets a new environment', async () => {
    for (let call = 0; call < 2; call += 1)
      expect(await payload('Exit')).toMatchObject({ errorType: 'Runtime.ExitError' });
  });

  it('whose handler does not exist says so', async () => {
    expect(await payload('Missing')).toMatchObject({
      errorType: 'Runtime.HandlerNotFound',
      errorMessage: 'index.missing is undefined or not exported',
    });
  });

  it('is heard: what it writes is kept under its name and request', async () => {
    const { requestId } = await cloud.invoke('Fail', {});
    const lines = cloud.logs().filter((line) => line.requestId === requestId);
    expect(lines).toContainEqual({
      at: START,
      function: 'Sample-Fail',
      requestId,
      stream: 'stdout',
      text: 'about to fail\n',
    });
  });

  it('that is not there is ResourceNotFoundException', async () => {
    await expect(cloud.invoke('Nobody', {})).rejects.toMatchObject({
      code: 'ResourceNotFoundException',
      status: 404,
    });
  });
});

/** As an SDK's client says for whom a call is. */
const SIGNED = {
  authorization:
    'AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=none',
};

describe.each([
  ['by a module that they import', 'Draw'],
  ['by a module that they ask their process for', 'DrawLater'],
])('what functions draw by chance, %s,', (_, name) => {
  async function drawn(simulation: { seed: string } | undefined): Promise<string[]> {
    cloud = await host(simulation);
    try {
      return [await draw(), await draw(), await draw()];
    } finally {
      await cloud.close();
    }
  }
  const draw = async () => (await cloud.invoke(name, {})).payload;

  it('follows from the seed of a simulation, and is never the same again within it', async () => {
    const first = await drawn({ seed: 'one' });
    expect(new Set(first).size).toBe(3);
    expect(first[0]).toMatch(/^"[\da-f]{80}"$/);
    expect(await drawn({ seed: 'one' })).toEqual(first);
    expect((await drawn({ seed: 'two' })).filter((one) => first.includes(one))).toEqual([]);
  });

  it('is chance where nothing is simulated', async () => {
    expect(await drawn(undefined)).not.toEqual(await drawn(undefined));
  });
});
