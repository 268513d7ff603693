import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { readSettings } from '../../infra/read-settings.js';
import { type Finding, judge } from '../../tools/templates/accepted.js';
import { awsSolutions, synthesizeChecked } from '../../tools/templates/synthesize-checked.js';
import { standInBundles } from './synthesized.js';

const NAG = /^AwsSolutions/;

let folder: string;
const found = new Map<string, Finding[]>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'small-grid-rules-'));
  const bundles = standInBundles(folder);
  // The CDK's own rules take longer than all the rest: npm run check:templates.
  process.env['CDK_VALIDATION'] = 'false';
  for (const stage of ['dev', 'prod', 'cn'])
    found.set(stage, synthesizeChecked(bundles, join(folder, stage), readSettings('settings', stage)));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the rules of AWS Solutions', () => {
  it.each(['dev', 'prod', 'cn'])('find nothing in %s that is not accepted with a reason', (stage) => {
    expect(judge(found.get(stage) ?? [], NAG).open).toEqual([]);
  });

  it('find all that is accepted', () => {
    expect(judge([...found.values()].flat(), NAG).stale).toEqual([]);
  });

  it('are run: a queue without TLS is found', () => {
    const app = new App();
    const { node } = new Queue(new Stack(app, 'SmallGrid'), 'Queue');
    expect(awsSolutions(node.root).map(({ rule }) => rule)).toContain('AwsSolutions-SQS4');
  });
});

describe('what is found', () => {
  const finding = {
    rule: 'AwsSolutions-SQS4',
    where: 'SmallGridData/InboundSms/Queue/Resource',
    message: '',
  };

  it('is open unless rule and place are accepted', () => {
    const { open } = judge([finding, { ...finding, rule: 'AwsSolutions-SF1' }], NAG);
    expect(open).toHaveLength(2);
  });

  it('makes a reason stale by being absent', () => {
    expect(judge([], NAG).stale).toContainEqual(expect.stringContaining('AwsSolutions-SF1'));
    expect(judge([], /^W/).stale).toEqual([
      expect.stringContaining('W3005'),
      expect.stringContaining('W6001'),
    ]);
  });
});
