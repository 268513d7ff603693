import { createMemoryStore } from '../../storage/memory-store.js';
import { IntegrationError, type IntegrationCall } from '../../step-functions/ports.js';
import { setup, single, type Answer, type Harness } from './setup.js';

/**
 * The items of a Distributed Map from S3, and its results there. The histories and the causes that LocalStack's tests recorded
 * on AWS (test_map_state_item_reader and its like, September 2023 to November 2024), as facts; the files that are written as the
 * developer guide shows them (input-output-resultwriter).
 */
type Members = Record<string, unknown>;

const GET = 'arn:aws:states:::s3:getObject';
const LIST = 'arn:aws:states:::s3:listObjectsV2';
const PUT = 'arn:aws:states:::s3:putObject';
const same = { Do: { Type: 'Succeed' } };

const distributed = (more: Members, states: Members = same) =>
  single({
    Type: 'Map',
    Label: 'each',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Do',
      States: states,
    },
    ...more,
  });

const reader = (ReaderConfig: Members, more: Members = {}) => ({
  ItemReader: { Resource: GET, Arguments: { Bucket: 'data', Key: 'items' }, ReaderConfig },
  ...more,
});
const holding =
  (text: string): Answer =>
  () => ({ Body: text });

const READ = ['MapStateEntered 0', 'MapStateStarted 2', 'MapRunStarted 3'];
const DONE = [
  ...READ,
  'MapRunSucceeded 4',
  'MapStateSucceeded 5',
  'MapStateExited 5',
  'ExecutionSucceeded 7',
];
const FAILED = [...READ, 'MapRunFailed 4', 'MapStateFailed 5', 'ExecutionFailed 6'];

const chainOf = async (host: Harness, arn: string) =>
  (await host.chain(arn)).slice(1).map((link) => link.join(' '));

async function mapRunOf(host: Harness, executionArn: string): Promise<Members> {
  const { mapRuns } = await host.service.handle('ListMapRuns', { executionArn });
  const [{ mapRunArn } = {}] = mapRuns as Members[];
  return host.service.handle('DescribeMapRun', { mapRunArn });
}

interface ReadItems {
  readonly what: string;
  readonly config: Members;
  readonly text: string;
  readonly items: unknown;
  readonly input?: unknown;
}

const CSV = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' };
const given = (...CSVHeaders: string[]) => ({ InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders });

const ITEMS: readonly ReadItems[] = [
  {
    what: 'a JSON list',
    config: { InputType: 'JSON' },
    text: '[1,"two",{"three":3.10}]',
    items: '[1,"two",{"three":3.10}]',
  },
  {
    what: 'a JSON object, by its members',
    config: { InputType: 'JSON' },
    text: '{"a":1,"b":[2]}',
    items: '[{"Key":"a","Value":1},{"Key":"b","Value":[2]}]',
  },
  {
    what: 'a list within JSON',
    config: { InputType: 'JSON', ItemsPointer: '/of~1us/0/list' },
    text: '{"of/us":[{"list":[7,8]}]}',
    items: '[7,8]',
  },
  {
    what: 'JSON lines',
    config: { InputType: 'JSONL' },
    text: '{"a":1}\n\n[2]\n3\n',
    items: '[{"a":1},[2],3]',
  },
  {
    what: 'rows under the headers of the first row, all of them texts',
    config: CSV,
    text: 'id,name\n1,Ann\n2,\n',
    items: '[{"id":"1","name":"Ann"},{"id":"2","name":""}]',
  },
  {
    what: 'rows under given headers',
    config: given('id', 'name'),
    text: 'id,name\r\n1,Ann',
    items: '[{"id":"id","name":"name"},{"id":"1","name":"Ann"}]',
  },
  {
    what: 'rows with more and with fewer fields than headers',
    config: CSV,
    text: 'a,b\n1,2,3\n4\n,,\n',
    items: '[{"a":"1","b":"2"},{"a":"4","b":""},{"a":"","b":""}]',
  },
  {
    what: 'quoted fields',
    config: CSV,
    text: 'a,b\n"1,2","say ""hi""\nagain"\n  ,\\"x\\,\n',
    items: '[{"a":"1,2","b":"say \\"hi\\"\\nagain"},{"a":"  ","b":"\\"x,"}]',
  },
  {
    what: 'rows with another delimiter',
    config: { ...CSV, CSVDelimiter: 'SEMICOLON' },
    text: 'a;b\n1,2;3\n',
    items: '[{"a":"1,2","b":"3"}]',
  },
  {
    what: 'as many as are wanted',
    config: { ...CSV, MaxItems: 2 },
    text: 'a\n1\n2\n3\n',
    items: '[{"a":"1"},{"a":"2"}]',
  },
  {
    what: 'as many as an expression wants',
    config: { InputType: 'JSON', MaxItems: '{% $states.input.most %}' },
    text: '[1,2,3]',
    items: '[1]',
    input: { most: 1 },
  },
  {
    what: 'all, with zero at most',
    config: { InputType: 'JSON', MaxItems: 0 },
    text: '[1,2]',
    items: '[1,2]',
  },
  { what: 'no item', config: { InputType: 'JSON' }, text: '[]', items: '[]' },
];

describe('a Distributed Map whose items are in S3', () => {
  it.each(ITEMS.map((one) => [one.what, one] as const))('reads %s', async (_what, one) => {
    const host = setup({ answer: holding(one.text) });
    const arn = await host.run(distributed(reader(one.config)), one.input);
    expect(await host.describe(arn)).toMatchObject({ status: 'SUCCEEDED', output: one.items });
    expect(await chainOf(host, arn)).toEqual(DONE);
    expect(host.calls).toMatchObject([
      { service: 's3', action: 'getObject', arguments: { Bucket: 'data', Key: 'items' } },
    ]);
  });

  it('begins with no length, and counts its executions once they are known', async () => {
    const host = setup({ answer: holding('[1,2,3]') });
    const batches = { ItemBatcher: { MaxItemsPerBatch: 2 } };
    const arn = await host.run(distributed(reader({ InputType: 'JSON' }, batches)));
    const started = (await host.history(arn)).find(({ type }) => type === 'MapStateStarted');
    expect(started?.mapStateStartedEventDetails).toEqual({ length: 0 });
    expect(await host.output(arn)).toEqual([{ Items: [1, 2] }, { Items: [3] }]);
    expect(await mapRunOf(host, arn)).toMatchObject({
      status: 'SUCCEEDED',
      itemCounts: { total: 3, succeeded: 3 },
      executionCounts: { total: 2, succeeded: 2 },
    });
  });

  it('lists a bucket, page by page', async () => {
    const object = (Key: string) => ({
      Key,
      ETag: '"e"',
      LastModified: '2026-01-01T00:00:01.000Z',
      Size: 3,
      StorageClass: 'STANDARD',
    });
    const pages: Readonly<Record<string, Members>> = {
      first: { Contents: [object('a')], IsTruncated: true, NextContinuationToken: 'second' },
      second: { Contents: [object('b')], IsTruncated: false },
    };
    const host = setup({
      answer: ({ arguments: args }) =>
        pages[(args as { ContinuationToken?: string }).ContinuationToken ?? 'first'],
    });
    const list = {
      ItemReader: { Resource: LIST, Arguments: { Bucket: 'data', Prefix: '{% $states.input %}' } },
    };
    const arn = await host.run(distributed(list), 'of/');
    const item = (Key: string) => ({
      Etag: '"e"',
      Key,
      LastModified: 1_767_225_601,
      Size: 3,
      StorageClass: 'STANDARD',
    });
    expect(await host.output(arn)).toEqual([item('a'), item('b')]);
    expect(host.calls.map(({ arguments: args }) => args)).toEqual([
      { Bucket: 'data', Prefix: 'of/' },
      { Bucket: 'data', Prefix: 'of/', ContinuationToken: 'second' },
    ]);
  });

  it('tolerates failures by the number of the items that it has read', async () => {
    const host = setup({ answer: holding('[1,2,3,4]') });
    const states = {
      Do: { Type: 'Choice', Choices: [{ Condition: '{% $states.input > 2 %}', Next: 'No' }], Default: 'Yes' },
      Yes: { Type: 'Succeed' },
      No: { Type: 'Fail', Error: 'TooMuch' },
    };
    const more = reader({ InputType: 'JSON' }, { ToleratedFailurePercentage: 50 });
    const arn = await host.run(distributed(more, states));
    expect(await host.output(arn)).toEqual([1, 2, ...[3, 4].map(() => ({ Error: 'TooMuch', Cause: null }))]);
  });

  it.each([
    ['text that is no list', { InputType: 'JSON' }, '"text"', 'Attempting to map over non-iterable node.'],
    [
      'a negative limit',
      { InputType: 'JSON', MaxItems: '{% -1 %}' },
      '[1]',
      'field MaxItems must be positive',
    ],
    ['a header that comes twice', given('a', 'a'), '1,2', 'CSV headers cannot contain duplicates.'],
    ['a first row like that', CSV, 'a,a\n1,2', 'CSV headers cannot contain duplicates.'],
  ])('fails by %s', async (_what, config, text, cause) => {
    const host = setup({ answer: holding(text) });
    const arn = await host.run(distributed(reader(config)));
    const error = 'States.ItemReaderFailed';
    expect(await host.describe(arn)).toMatchObject({ status: 'FAILED', error, cause });
    expect(await chainOf(host, arn)).toEqual(FAILED);
    const failed = (await host.history(arn)).find(({ type }) => type === 'MapRunFailed');
    expect(failed?.mapRunFailedEventDetails).toEqual({ error, cause });
    expect(await mapRunOf(host, arn)).toMatchObject({ status: 'FAILED' });
  });

  it('fails with what S3 says, which a catcher is told', async () => {
    const host = setup({
      answer: () => {
        throw new IntegrationError('S3.NoSuchKeyException', 'The specified key does not exist.');
      },
    });
    const { States, ...rest } = distributed(reader({ InputType: 'JSON' })) as { States: { Only: Members } };
    const Catch = [{ ErrorEquals: ['States.ItemReaderFailed'], Next: 'Then' }];
    const Then = { Type: 'Pass', End: true };
    const arn = await host.run({ ...rest, States: { Only: { ...States.Only, Catch }, Then } });
    expect(await host.output(arn)).toEqual({
      Error: 'States.ItemReaderFailed',
      Cause: 'The specified key does not exist.',
    });
  });

  it('ends its run when an expression over the items fails', async () => {
    const host = setup({ answer: holding('[1]') });
    const more = reader({ InputType: 'JSON' }, { ItemSelector: '{% $states.context.Map.Item.Value.none %}' });
    const arn = await host.run(distributed(more));
    expect((await host.types(arn)).slice(3)).toEqual([
      'MapRunStarted',
      'EvaluationFailed',
      'MapRunFailed',
      'MapStateFailed',
      'ExecutionFailed',
    ]);
    expect(await mapRunOf(host, arn)).toMatchObject({ status: 'FAILED' });
  });

  it('asks again when the host was away before the answer came', async () => {
    const store = createMemoryStore();
    const gone = setup({ store, answer: () => new Promise(() => undefined) });
    const machine = await gone.machine(distributed(reader({ InputType: 'JSON' })));
    const arn = await gone.start(machine);
    await gone.clock.jump(0);
    const host = setup({ store, answer: holding('[5]') });
    await host.service.resume();
    await host.clock.runOut();
    expect(await host.output(arn)).toEqual([5]);
    expect(await chainOf(host, arn)).toEqual(DONE);
  });

  it.each([
    ['an inventory', { InputType: 'MANIFEST', ManifestType: 'S3_INVENTORY' }, /MANIFEST/],
    ['Parquet', { InputType: 'PARQUET' }, /PARQUET/],
  ])('is not run with items of %s', async (_what, config, cause) => {
    const host = setup();
    expect(await host.describe(await host.run(distributed(reader(config))))).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: expect.stringMatching(cause) as string,
    });
  });
});

/** What was put, by key. */
const written = (host: Harness): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    host.calls.map(({ arguments: args }: IntegrationCall) => {
      const { Key, Body } = args as { Key: string; Body: string };
      return [Key, Body];
    }),
  );

const writer = (Arguments: Members, WriterConfig?: Members) => ({
  ResultWriter: { Resource: PUT, Arguments, ...(WriterConfig === undefined ? {} : { WriterConfig }) },
});

/** Answers with its item twice; fails at 13. */
const doubled = {
  Do: { Type: 'Choice', Choices: [{ Condition: '{% $states.input = 13 %}', Next: 'No' }], Default: 'Yes' },
  Yes: { Type: 'Pass', Output: '{% [$states.input, $states.input] %}', End: true },
  No: { Type: 'Fail', Error: 'Unlucky', Cause: 'it is 13' },
};

describe('a Distributed Map that writes its results to S3', () => {
  it('writes what is known of its executions by how they ended, and a manifest, which it answers with', async () => {
    const host = setup();
    const more = { ...writer({ Bucket: 'results', Prefix: 'of/' }), ToleratedFailureCount: 1 };
    const arn = await host.run(distributed(more, doubled), [1, 13]);
    const { mapRunArn, status } = await mapRunOf(host, arn);
    const folder = `of/${String(mapRunArn).split(':').at(-1)}`;
    expect(await host.output(arn)).toEqual({
      MapRunArn: mapRunArn,
      ResultWriterDetails: { Bucket: 'results', Key: `${folder}/manifest.json` },
    });
    expect(await chainOf(host, arn)).toEqual(DONE);
    expect(status).toBe('SUCCEEDED');
    const files = written(host);
    const [succeeded, failed, manifest] = ['SUCCEEDED_0', 'FAILED_0', 'manifest'].map((name) =>
      String(files[`${folder}/${name}.json`]),
    );
    const machineArn = 'arn:aws:states:eu-central-1:111111111111:stateMachine:machine/each';
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string;
    const common = {
      ExecutionArn: expect.stringContaining(':execution:machine/each:') as string,
      InputDetails: { Included: true },
      Name: expect.any(String) as string,
      RedriveCount: 0,
      StartDate: time,
      StateMachineArn: machineArn,
      StopDate: time,
    };
    expect(JSON.parse(succeeded ?? '')).toEqual([
      {
        ...common,
        Input: '1',
        Output: '[1,1]',
        OutputDetails: { Included: true },
        RedriveStatus: 'NOT_REDRIVABLE',
        RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
        Status: 'SUCCEEDED',
      },
    ]);
    expect(JSON.parse(failed ?? '')).toEqual([
      {
        ...common,
        Input: '13',
        Error: 'Unlucky',
        Cause: 'it is 13',
        RedriveStatus: 'REDRIVABLE_BY_MAP_RUN',
        Status: 'FAILED',
      },
    ]);
    expect(JSON.parse(manifest ?? '')).toEqual({
      DestinationBucket: 'results',
      MapRunArn: mapRunArn,
      ResultFiles: {
        FAILED: [{ Key: `${folder}/FAILED_0.json`, Size: failed?.length }],
        PENDING: [],
        SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.json`, Size: succeeded?.length }],
      },
    });
  });

  it.each([
    ['COMPACT', 'JSON', '[[1,1],[2,2]]'],
    ['FLATTEN', 'JSON', '[1,1,2,2]'],
    ['FLATTEN', 'JSONL', '1\n1\n2\n2'],
  ])('writes outputs alone with %s, as %s', async (Transformation, OutputType, text) => {
    const host = setup();
    const more = writer({ Bucket: 'results' }, { Transformation, OutputType });
    const arn = await host.run(distributed(more, doubled), [1, 2]);
    const { mapRunArn } = await mapRunOf(host, arn);
    const folder = String(mapRunArn).split(':').at(-1) ?? '';
    expect(Object.keys(written(host))).toEqual([`${folder}/SUCCEEDED_0.json`, `${folder}/manifest.json`]);
    expect(written(host)[`${folder}/SUCCEEDED_0.json`]).toBe(text);
  });

  it('writes a manifest of nothing where there is no item', async () => {
    const host = setup();
    await host.run(distributed(writer({ Bucket: 'results' })), []);
    const [text] = Object.values(written(host));
    expect(JSON.parse(String(text))).toMatchObject({
      ResultFiles: { FAILED: [], PENDING: [], SUCCEEDED: [] },
    });
  });

  it('fails when they cannot be written', async () => {
    const host = setup({
      answer: () => {
        throw new IntegrationError('S3.NoSuchBucketException', 'The specified bucket does not exist');
      },
    });
    const arn = await host.run(distributed(writer({ Bucket: 'none' })), [1]);
    expect(await host.describe(arn)).toMatchObject({
      status: 'FAILED',
      error: 'States.ResultWriterFailed',
      cause: 'The specified bucket does not exist',
    });
    expect(await chainOf(host, arn)).toEqual(FAILED);
  });

  it('goes from S3 to S3', async () => {
    const host = setup({ answer: ({ action }) => (action === 'getObject' ? { Body: '[]' } : {}) });
    const more = { ...reader({ InputType: 'JSON' }), ...writer({ Bucket: 'results' }) };
    const arn = await host.run(distributed(more));
    expect(await chainOf(host, arn)).toEqual(DONE);
    expect(host.calls.map(({ action }) => action)).toEqual(['getObject', 'putObject']);
  });

  it('has what is known of its executions in its output with NONE and no bucket', async () => {
    const host = setup();
    const more = { ResultWriter: { WriterConfig: { Transformation: 'NONE' } } };
    const arn = await host.run(distributed(more, doubled), [1]);
    expect(await host.output(arn)).toMatchObject([{ Input: '1', Output: '[1,1]', Status: 'SUCCEEDED' }]);
    expect(host.calls).toEqual([]);
  });

  it('writes again when the host was away before it was done, and runs nothing anew', async () => {
    const store = createMemoryStore();
    const gone = setup({ store, answer: () => new Promise(() => undefined) });
    const arn = await gone.start(await gone.machine(distributed(writer({ Bucket: 'results' }))), [1]);
    await gone.clock.jump(0);
    const host = setup({ store });
    await host.service.resume();
    await host.clock.runOut();
    expect(await chainOf(host, arn)).toEqual(DONE);
    expect(await mapRunOf(host, arn)).toMatchObject({ executionCounts: { total: 1, succeeded: 1 } });
  });

  it('is aborted with the branch beside it', async () => {
    const host = setup({ answer: () => new Promise(() => undefined) });
    const other = {
      StartAt: 'Rest',
      States: { Rest: { Type: 'Wait', Seconds: 1, Next: 'No' }, No: { Type: 'Fail', Error: 'No' } },
    };
    const Branches = [distributed(reader({ InputType: 'JSON' })), other];
    const machine = { StartAt: 'Both', States: { Both: { Type: 'Parallel', Branches, End: true } } };
    const arn = await host.start(await host.machine(machine), {});
    await host.clock.jump(1000);
    expect(await host.types(arn)).toEqual(expect.arrayContaining(['MapRunAborted', 'MapStateAborted']));
    expect(await mapRunOf(host, arn)).toMatchObject({ status: 'ABORTED' });
  });
});
