import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { smsParts } from '../meters/sms-parts.js';
import {
  lambda,
  ref,
  table,
  tableAccess,
  writeAssembly,
  type SampleAssembly,
} from './sample/sample-assembly.js';
import { callJson, control } from '../testing/sdk.js';

const START = Date.UTC(2026, 10, 23, 8, 30);

let assembly: SampleAssembly;
let cloud: LocalCloud;
let pages: string;

beforeAll(async () => {
  assembly = writeAssembly(
    { ...table, ...lambda('Put', 'put', [tableAccess]) },
    { TableName: { Value: ref('Table') } },
  );
  pages = mkdtempSync(join(tmpdir(), 'local-cloud-pages-'));
  mkdirSync(join(pages, 'site', 'assets'), { recursive: true });
  writeFileSync(join(pages, 'site', 'index.html'), '<h1>telephones</h1>');
  writeFileSync(join(pages, 'site', 'assets', 'page.js'), 'export {};');
  writeFileSync(join(pages, 'secret.txt'), 'secret');
});
afterAll(() => {
  assembly.remove();
  rmSync(pages, { recursive: true });
});

beforeEach(async () => {
  cloud = await createLocalCloud({
    assembly: assembly.directory,
    clock: 'manual',
    start: START,
    logLevel: 'silent',
    pages: [{ path: '/phones', dir: join(pages, 'site') }],
  });
});
afterEach(() => cloud.close());

const raw = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(cloud.endpoint);
    request({ hostname, port, path, headers }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode, type: response.headers['content-type'], body }),
      );
    })
      .on('error', reject)
      .end();
  });

describe('the control API', () => {
  it('says that it is well, and the outputs of the assembly', async () => {
    expect((await control(cloud, 'GET', 'health')).body).toMatchObject({
      status: 'ok',
      outputs: { TableName: 'Sample-Table' },
    });
  });

  it('shows the clock, moves it by an ISO 8601 duration and sets its mode', async () => {
    expect((await control(cloud, 'GET', 'clock')).body).toMatchObject({
      now: START,
      iso: '2026-11-23T08:30:00.000Z',
      mode: 'manual',
    });
    expect((await control(cloud, 'POST', 'clock', { advance: 'P3DT1H' })).body).toMatchObject({
      iso: '2026-11-26T09:30:00.000Z',
    });
    expect((await control(cloud, 'POST', 'clock', { mode: 'skip' })).body).toMatchObject({ mode: 'skip' });
  });

  it.each([
    ['clock', { advance: 'three days' }],
    ['clock', { mode: 'fast' }],
    ['sms', { from: '+8619900000001', body: 'x' }],
    ['faults', { service: 'moon', error: 'x' }],
    ['faults', { service: 'states', typo: 1 }],
  ])('refuses what it cannot read (%s %j)', async (path, body) => {
    const answer = await control(cloud, 'POST', path, body);
    expect([answer.status, typeof (answer.body as { message: unknown }).message]).toEqual([400, 'string']);
  });

  it('takes faults and forgets them', async () => {
    await control(cloud, 'POST', 'faults', {
      service: 'dynamodb',
      action: 'PutItem',
      error: 'ProvisionedThroughputExceededException',
    });
    expect(JSON.parse((await cloud.invoke('Put', { pk: 'a', text: 'b' })).payload)).toMatchObject({
      errorType: 'ProvisionedThroughputExceededException',
    });
    await control(cloud, 'DELETE', 'faults');
    expect(JSON.parse((await cloud.invoke('Put', { pk: 'a', text: 'b' })).payload)).toEqual({ text: 'b' });
  });

  it('delays a function on request', async () => {
    await control(cloud, 'POST', 'faults', { function: 'Put', delayMs: 150, times: 1 });
    const started = performance.now();
    await cloud.invoke('Put', { pk: 'a', text: 'b' });
    expect(performance.now() - started).toBeGreaterThan(145);
  });

  it('counts what was used', async () => {
    await cloud.invoke('Put', { pk: 'a', text: 'x'.repeat(2000) });
    expect((await control(cloud, 'GET', 'meters')).body).toMatchObject({
      invocations: 1,
      writeUnits: 2,
      readUnits: 0.5,
    });
  });

  it('has no other routes', async () => expect((await control(cloud, 'GET', 'nothing')).status).toBe(404));
});

describe('pages', () => {
  it.each([
    ['/_local/pages/phones/', 200, 'text/html; charset=utf-8', '<h1>telephones</h1>'],
    ['/_local/pages/phones/assets/page.js', 200, 'text/javascript; charset=utf-8', 'export {};'],
  ])('are served from their folder: %s', async (path, status, type, body) => {
    expect(await raw(path, { host: '127.0.0.1' })).toEqual({ status, type, body });
  });

  it.each([
    '/_local/pages/phones/../secret.txt',
    '/_local/pages/phones/%2e%2e/secret.txt',
    '/_local/pages/phones/%2e%2e%2fsecret.txt',
    '/_local/pages/phones/none',
    '/_local/pages/other/',
  ])('outside their folder are not: %s', async (path) =>
    expect((await raw(path, { host: '127.0.0.1' })).status).toBe(404),
  );
});

describe('the endpoint', () => {
  it.each([
    [{ host: 'evil.example' }, 403],
    [{ host: '127.0.0.1:4566', origin: 'https://evil.example' }, 403],
    [{ host: '127.0.0.1:4566', origin: 'http://127.0.0.1:8080' }, 403],
    [{ host: '127.0.0.1:4566', origin: 'http://127.0.0.1:4566' }, 200],
    [{ host: 'localhost:4566' }, 200],
  ])('with headers %j answers %d', async (headers, status) => {
    expect((await raw('/_local/health', headers)).status).toBe(status);
  });

  it('names a service that it does not know', async () => {
    const response = await fetch(cloud.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'AWSEvents.PutEvents', 'content-type': 'application/x-amz-json-1.1' },
      body: '{}',
    });
    expect(await response.json()).toEqual({
      __type: 'UnknownOperationException',
      message: 'The local cloud does not support AWSEvents.PutEvents',
    });
  });

  it('names an operation that it does not know', async () => {
    const { body } = await callJson(cloud, 'AWSStepFunctions.CreateActivity', {});
    expect(JSON.stringify(body)).toContain('CreateActivity');
  });

  it('says who the caller is', async () => {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=none',
    };
    const response = await fetch(cloud.endpoint, {
      method: 'POST',
      headers,
      body: 'Action=GetCallerIdentity&Version=2011-06-15',
    });
    expect(await response.text()).toContain('<Arn>arn:aws:iam::111111111111:root</Arn>');
  });
});

describe('SMS parts', () => {
  it.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['€'.repeat(81), 2],
    ['网'.repeat(70), 1],
    ['网'.repeat(71), 2],
    ['网'.repeat(134), 2],
    ['网'.repeat(135), 3],
  ])('%#: %d', (text, parts) => expect(smsParts(text)).toBe(parts));
});
