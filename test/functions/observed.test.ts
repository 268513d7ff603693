import { log } from '../../adapters/log.js';
import { observed } from '../../functions/use-cases/observed.js';

let lines: string[] = [];

beforeEach(() => {
  lines = [];
  jest.spyOn(console, 'log').mockImplementation((line: unknown) => void lines.push(String(line)));
  process.env['_X_AMZN_TRACE_ID'] =
    'Root=1-67a1b2c3-0123456789abcdef01234567;Parent=53995c3f42cd8ad8;Sampled=1';
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env['_X_AMZN_TRACE_ID'];
});

const handler = observed(async (event: { readonly own?: string }) => {
  log('warn', 'something happened', event.own === undefined ? {} : { request: event.own });
});
const line = (): unknown => JSON.parse(lines.at(-1) ?? '{}');
const context = { awsRequestId: 'b1c2d3e4-0000-4000-8000-000000000001' };

describe('every line of the log names', () => {
  it('the call, its trace, and the execution that it works for', async () => {
    const step = {
      contract: 2,
      town: 'sanhehu',
      request: '7Q3K9M2X',
      execution: '7Q3K9M2X-retry-2',
      token: 'secret',
    };
    await handler(step as object, context);
    expect(line()).toEqual({
      level: 'warn',
      message: 'something happened',
      lambda: context.awsRequestId,
      trace: '1-67a1b2c3-0123456789abcdef01234567',
      town: 'sanhehu',
      request: '7Q3K9M2X',
      execution: '7Q3K9M2X-retry-2',
    });
  });

  it("the gateway's call, and nothing that somebody sent", async () => {
    const call = {
      requestContext: { requestId: 'JKJaXmPLvHcESHA' },
      body: '{"name":"示例"}',
      town: '示例镇',
    };
    await handler(call as object, context);
    expect(line()).toMatchObject({ call: 'JKJaXmPLvHcESHA' });
    expect(lines.join()).not.toContain('示例');
  });

  it('nothing of the call before', async () => {
    await handler({ request: '7Q3K9M2X' } as object, context);
    await handler({}, context);
    expect(line()).not.toHaveProperty('request');
  });
});
