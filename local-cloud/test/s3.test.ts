import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '../local-cloud.js';
import { clientConfig } from '../testing/sdk.js';
import {
  arnOf,
  ref,
  role,
  writeAssembly,
  type Resource,
  type SampleAssembly,
} from './sample/sample-assembly.js';

const machine = (roleId: string): Resource => ({
  Type: 'AWS::StepFunctions::StateMachine',
  Properties: {
    RoleArn: arnOf(roleId),
    DefinitionString: JSON.stringify({
      QueryLanguage: 'JSONata',
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          Label: 'each',
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            Arguments: { Bucket: '${Bucket}', Key: '{% $states.input.key %}' },
            ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
          },
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Double',
            States: {
              Double: { Type: 'Pass', Output: '{% $number($states.input.count) * 2 %}', End: true },
            },
          },
          ResultWriter: {
            Resource: 'arn:aws:states:::s3:putObject',
            Arguments: { Bucket: '${Bucket}', Prefix: 'results' },
            WriterConfig: { Transformation: 'COMPACT', OutputType: 'JSON' },
          },
          End: true,
        },
      },
    }),
    DefinitionSubstitutions: { Bucket: ref('Data') },
  },
});

const objects = { 'Fn::Join': ['', [arnOf('Data'), '/*']] };
const STARTS = { Action: 'states:StartExecution', Resource: '*' };

let assembly: SampleAssembly;
let cloud: LocalCloud;
let states: SFNClient;

beforeAll(async () => {
  assembly = writeAssembly(
    {
      Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'the-data' } },
      Reads: role(
        'states.amazonaws.com',
        { Action: ['s3:GetObject', 's3:PutObject'], Resource: objects },
        { Action: 's3:ListBucket', Resource: arnOf('Data') },
        STARTS,
      ),
      Blind: role('states.amazonaws.com', { Action: 's3:GetObject', Resource: objects }, STARTS),
      Machine: machine('Reads'),
      Unwritten: machine('Blind'),
    },
    { machine: { Value: ref('Machine') }, unwritten: { Value: ref('Unwritten') } },
  );
  cloud = await createLocalCloud({ assembly: assembly.directory, clock: 'manual' });
  states = new SFNClient(clientConfig(cloud));
});
afterAll(async () => {
  states.destroy();
  await cloud.close();
  assembly.remove();
});

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

const AUTHORIZATION =
  'AWS4-HMAC-SHA256 Credential=test/20261123/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=none';

/** A call as SDKs make it where the endpoint is an address: the bucket stands in the path. */
async function call(path: string, { method = 'GET', headers = {}, body }: Sent = {}, to = cloud) {
  const answer = await fetch(`${to.endpoint}${path}`, {
    method,
    headers: { authorization: AUTHORIZATION, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes, text: bytes.toString() };
}

const put = (path: string, body: Sent['body'], headers: Sent['headers'] = {}, to = cloud) =>
  call(path, { method: 'PUT', headers, body: body ?? '' }, to);

async function run(stateMachineArn: string | undefined, key: string) {
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify({ key }) }),
  );
  await cloud.clock.settled();
  return states.send(new DescribeExecutionCommand({ executionArn }));
}

describe('a Distributed Map with items and results in a bucket', () => {
  it('reads what a client put there, and writes what a client can get', async () => {
    await put('/the-data/items.csv', 'name,count\nAnn,1\nBea,21\n');
    const { status, output = '' } = await run(cloud.outputs['machine'], 'items.csv');
    expect(status).toBe('SUCCEEDED');
    const { ResultWriterDetails: written } = JSON.parse(output) as { ResultWriterDetails: { Key: string } };
    expect(written).toMatchObject({ Bucket: 'the-data' });
    const manifest = JSON.parse((await call(`/the-data/${written.Key}`)).text) as {
      ResultFiles: { SUCCEEDED: { Key: string; Size: number }[] };
    };
    const [file] = manifest.ResultFiles.SUCCEEDED;
    expect((await call(`/the-data/${file?.Key}`)).text).toBe('[2,42]');
    expect(file?.Size).toBe(6);
  });

  it('fails where there is nothing, and says no more than that to a role that may not list', async () => {
    expect(await run(cloud.outputs['machine'], 'none.csv')).toMatchObject({
      status: 'FAILED',
      error: 'States.ItemReaderFailed',
      cause: expect.stringMatching(/^The specified key does not exist\./) as string,
    });
    expect(await run(cloud.outputs['unwritten'], 'none.csv')).toMatchObject({
      error: 'States.ItemReaderFailed',
      cause: expect.stringMatching(/not authorized to perform: s3:ListBucket/) as string,
    });
  });

  it('fails where its role may not write', async () => {
    await put('/the-data/one.csv', 'count\n1\n');
    expect(await run(cloud.outputs['unwritten'], 'one.csv')).toMatchObject({
      status: 'FAILED',
      error: 'States.ResultWriterFailed',
      cause: expect.stringMatching(/not authorized to perform: s3:PutObject/) as string,
    });
  });
});

describe('S3', () => {
  it('keeps the bytes of an object, its headers and the MD5 of it', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, index) => index);
    const headers = { 'content-type': 'image/png', 'x-amz-meta-of': 'me', 'content-encoding': 'br' };
    const { headers: answered } = await put('/the-data/a%20picture+/1', bytes, headers);
    const found = await call('/the-data/a%20picture+/1', {
      headers: { 'accept-encoding': 'identity' },
      method: 'HEAD',
    });
    expect(answered.get('etag')).toBe('"e2c865db4162bed963bfaa9ef6ac18f0"');
    expect(Object.fromEntries(found.headers)).toMatchObject({
      'content-length': '256',
      'content-type': 'image/png',
      'content-encoding': 'br',
      'x-amz-meta-of': 'me',
      etag: '"e2c865db4162bed963bfaa9ef6ac18f0"',
      'last-modified': expect.stringMatching(/ GMT$/) as string,
    });
    await put('/the-data/bytes', bytes);
    expect(new Uint8Array((await call('/the-data/bytes')).bytes)).toEqual(bytes);
  });

  it('refuses an address that is not encoded as one is', async () => {
    const { status, text } = await call('/the-data/100%zz');
    expect([status, text]).toEqual([400, expect.stringContaining('InvalidURI')]);
  });

  it('takes a body in the chunks that SDKs send', async () => {
    const headers = {
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'content-encoding': 'aws-chunked',
    };
    await put(
      '/the-data/chunked',
      '6\r\none\r\n2\r\n3;chunk-signature=x\r\n\r\n3\r\n0\r\nx-amz-checksum-crc32:AA==\r\n\r\n',
      headers,
    );
    const { text, headers: answered } = await call('/the-data/chunked');
    expect(text).toBe('one\r\n2\r\n3');
    expect(answered.get('content-encoding')).toBeNull();
  });

  it('lists by prefix and delimiter, in the order of bytes, in pages', async () => {
    for (const key of ['l/b', 'l/a', 'l/c/1', 'l/c/2', 'l/%F0%9F%98%80', 'l/%EF%BC%81'])
      await put(`/the-data/${key}`, key);
    const keys = (text: string) => [...text.matchAll(/<(?:Key|Prefix)>([^<]+)</g)].map(([, key]) => key);
    const all = await call('/the-data?list-type=2&prefix=l/');
    expect(keys(all.text)).toEqual(['l/', 'l/a', 'l/b', 'l/c/1', 'l/c/2', 'l/！', 'l/😀']);
    const first = await call('/the-data?list-type=2&prefix=l/&delimiter=/&max-keys=3');
    expect(keys(first.text)).toEqual(['l/', 'l/a', 'l/b', 'l/c/']);
    expect(first.text).toContain('<KeyCount>3</KeyCount><IsTruncated>true</IsTruncated>');
    const [, token = ''] = /<NextContinuationToken>([^<]+)</.exec(first.text) ?? [];
    const rest = await call(
      `/the-data?list-type=2&prefix=l/&delimiter=/&continuation-token=${encodeURIComponent(token)}`,
    );
    expect(keys(rest.text)).toEqual(['l/', 'l/！', 'l/😀']);
    expect(rest.text).toContain('<IsTruncated>false</IsTruncated>');
  });

  it.each<readonly [string, string, Sent, number, string]>([
    ['an object that is not there', '/the-data/none', {}, 404, 'NoSuchKey'],
    ['a bucket that is not there', '/no-data/none', {}, 404, 'NoSuchBucket'],
    ['a bucket that is there', '/the-data', { method: 'PUT' }, 409, 'BucketAlreadyOwnedByYou'],
    ['a name that none has', '/The_Data', { method: 'PUT' }, 400, 'InvalidBucketName'],
    ['a page that does not exist', '/the-data?list-type=2&continuation-token=x', {}, 400, 'InvalidArgument'],
    ['what is not hosted', '/the-data?versioning', {}, 404, 'UnknownOperationException'],
    [
      'a copy',
      '/the-data/b',
      { method: 'PUT', headers: { 'x-amz-copy-source': '/a/b' } },
      404,
      'UnknownOperationException',
    ],
  ])('refuses %s', async (_what, path, sent, status, code) => {
    const answer = await call(path, sent);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`<Code>${code}</Code>`);
  });

  it('has its buckets and objects again after the host was away', async () => {
    const data = mkdtempSync(join(tmpdir(), 'local-cloud-s3-'));
    const first = await createLocalCloud({ data, clock: 'manual' });
    await put('/made-by-me', '', {}, first);
    await put('/made-by-me/kept', 'text', {}, first);
    await first.close();
    const second = await createLocalCloud({ data, clock: 'manual' });
    expect((await call('/made-by-me/kept', {}, second)).text).toBe('text');
    await second.close();
    rmSync(data, { recursive: true });
  });
});
