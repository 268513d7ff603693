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

describe('what functions draw by chance', () => {
  async function drawn(simulation: { seed: string } | undefined): Promise<string[]> {
    cloud = await host(simulation);
    try {
      return [await draw(), await draw(), await draw()];
    } finally {
      await cloud.close();
    }
  }
  const draw = async () => (await cloud.invoke('Draw', {})).payload;

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
