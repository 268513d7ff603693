import { App } from 'aws-cdk-lib';
import { DataStack } from '../../infra/data-stack.js';
import { LOCAL_SETTINGS, settingsSchema } from '../../infra/settings.js';
import { stageNames } from '../../infra/stage-names.js';
import { synthesizeStacks } from './synthesized.js';

/** Room to grow: CloudFormation takes 500 resources. */
const RESOURCES = 350;
/** CloudFormation's own, of each template. */
const LIMIT = { outputs: 200, parameters: 200, bytes: 1_000_000 };

const { stacks } = synthesizeStacks({ ...LOCAL_SETTINGS });

describe.each(stacks)('$name', ({ template }) => {
  it('holds no more than CloudFormation takes, with room to grow', () => {
    expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(RESOURCES);
    expect(Object.keys(template.Outputs).length).toBeLessThanOrEqual(LIMIT.outputs);
    expect(Object.keys(template.Parameters).length).toBeLessThanOrEqual(LIMIT.parameters);
    expect(Buffer.byteLength(JSON.stringify(template))).toBeLessThanOrEqual(LIMIT.bytes);
  });
});

const exportsOf = ({ template }: (typeof stacks)[number]) =>
  Object.values(template.Outputs).filter(({ Export }) => Export !== undefined);

describe('what stacks tell one another', () => {
  it('is exported by the data alone, which keeps what is in use from being removed', () => {
    const exporting = stacks.filter((stack) => exportsOf(stack).length > 0);
    expect(exporting.map(({ name }) => name)).toEqual(['SmallGridData']);
    expect(exporting.flatMap(exportsOf).map(({ Value }) => Value)).toEqual([
      { Ref: 'RequestRecordsTable4F9AA427' },
      { 'Fn::GetAtt': ['RequestRecordsTable4F9AA427', 'Arn'] },
      { Ref: 'InboundSmsTopic4EF578D7' },
      { 'Fn::GetAtt': ['InboundSmsQueueD0EAB4AA', 'Arn'] },
      { 'Fn::GetAtt': ['InboundSmsQueueD0EAB4AA', 'QueueName'] },
      { 'Fn::GetAtt': ['InboundSmsDeadLetters81C1430C', 'QueueName'] },
    ]);
  });

  it('leads from the data to what works on them, and never back', () => {
    const [data] = stacks;
    expect(data?.name).toBe('SmallGridData');
    expect(JSON.stringify(data?.template)).not.toMatch(/Fn::ImportValue|Fn::GetStackOutput/);
    expect(stacks.map(({ template }) => JSON.stringify(template)).join('')).not.toContain(
      'Fn::GetStackOutput',
    );
  });

  it('is the same whoever uses it, so that the data can always be deployed first', () => {
    const restored = synthesizeStacks({ ...LOCAL_SETTINGS, table: 'restored' });
    expect(restored.stacks[0]?.template).toEqual(stacks[0]?.template);
    expect(restored.whole.Outputs['TableName']).toEqual({ Value: 'restored' });
    expect(JSON.stringify(restored.stacks.slice(1))).not.toContain('RequestRecordsTable');
  });
});

describe('a table that was restored', () => {
  const RESTORED = 'small-grid-local-records-2';
  const dataOf = (settings: object) =>
    synthesizeStacks({ ...LOCAL_SETTINGS, ...settings }).stacks[0]?.template;
  const own = stacks[0]?.template;
  const both = dataOf({ table: RESTORED });
  const added = Object.entries(both?.Resources ?? {}).filter(
    ([id]) => !Object.hasOwn(own?.Resources ?? {}, id),
  );

  it('is added to the data and changes nothing else of them, so that CloudFormation takes it in as it is', () => {
    expect(added.map(([, { Type }]) => Type)).toEqual(['AWS::DynamoDB::Table']);
    const others = Object.entries(both?.Resources ?? {}).filter(([id]) => id !== added[0]?.[0]);
    expect({ ...both, Resources: Object.fromEntries(others) }).toEqual(own);
  });

  it('is like the first in all but its name, which is literal, and is kept whatever fails', () => {
    const first = own?.Resources['RequestRecordsTable4F9AA427'];
    const [[, second] = []] = added;
    expect(second?.Properties).toEqual({ ...first?.Properties, TableName: RESTORED });
    expect([second?.DeletionPolicy, second?.UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  });

  it('may be the only one, once the first is given up; then nothing of that is exported or told', () => {
    const alone = dataOf({ table: RESTORED, ownTable: false });
    expect(JSON.stringify(alone)).not.toContain('RequestRecordsTable');
    expect(Object.keys(alone?.Outputs ?? {})).not.toContain('OwnTableName');
    expect(() => settingsSchema.parse({ ...LOCAL_SETTINGS, ownTable: false })).toThrow(/ownTable/);
  });

  it('is left to whoever has it where it bears a name of its own', () => {
    for (const table of [
      'SmallGrid-RequestRecordsTable1',
      'small-grid-local-records-old',
      'small-grid-other-records-2',
    ])
      expect(dataOf({ table })).toEqual(own);
  });
});

describe('stages in one account', () => {
  const NAMES = /^(?:(?:Function|Role|Queue|Topic|Table|StateMachine|LogGroup|Alarm|Dashboard|Policy)?Name)$/;
  const named = (stage: string): string[] =>
    synthesizeStacks({ ...LOCAL_SETTINGS, stage }).stacks.flatMap(({ template }) =>
      Object.values(template.Resources)
        // The name of a policy is one within its role, that of an alias one within what it is of.
        .filter(({ Type }) => Type !== 'AWS::IAM::Policy' && !Type.endsWith('Alias'))
        .flatMap(({ Properties }) =>
          Object.entries(Properties).flatMap(([key, value]) =>
            NAMES.test(key) && typeof value === 'string' ? [value] : [],
          ),
        ),
    );

  it('share no name', () => {
    const [one, other] = [named('one'), named('other')];
    expect(one.length).toBeGreaterThan(100);
    expect(one.filter((name) => other.includes(name))).toEqual([]);
  });

  it('have names that AWS takes, of the longest stage too', () => {
    expect(named('abcdefghijkl').filter((name) => name.length > 64 && !name.startsWith('/'))).toEqual([]);
  });
});

describe('what must not be lost', () => {
  /** As an existing deployment has them: under another id, CloudFormation would make a second one beside it. */
  const KEPT = {
    ResidentDataKey47686EC4: 'AWS::KMS::Key',
    RequestRecordsTable4F9AA427: 'AWS::DynamoDB::Table',
    InboundSmsDeadLetters81C1430C: 'AWS::SQS::Queue',
    InboundSmsQueueD0EAB4AA: 'AWS::SQS::Queue',
  };
  const kept = (policy: 'DeletionPolicy' | 'UpdateReplacePolicy') =>
    stacks.flatMap(({ template }) =>
      Object.entries(template.Resources).flatMap(([id, resource]) =>
        // Versions of code stay to be gone back to; they are made anew with every release.
        resource[policy]?.startsWith('Retain') && !resource.Type.endsWith('Version')
          ? [[id, resource.Type] as const]
          : [],
      ),
    );

  it('is made last, so that a first deployment that fails leaves no protected table behind', () => {
    const resources = stacks[0]?.template.Resources;
    const others = Object.keys(resources ?? {}).filter((id) => id.startsWith('InboundSms'));
    expect(others.length).toBeGreaterThan(5);
    expect(resources?.['RequestRecordsTable4F9AA427']?.['DependsOn']).toEqual(expect.arrayContaining(others));
  });

  it('lies in a stack that may be deleted after a first deployment that failed, so that it can be tried again', () => {
    const data = new DataStack(new App(), 'Data', { names: stageNames('sample'), carrier: 'aws' });
    expect(data.terminationProtection).toBe(false);
  });

  it('lies in the data stack under the ids that it always had', () => {
    expect(Object.fromEntries(kept('DeletionPolicy'))).toEqual(KEPT);
    expect(Object.fromEntries(kept('UpdateReplacePolicy'))).toEqual(KEPT);
    expect(Object.keys(stacks[0]?.template.Resources ?? {})).toEqual(
      expect.arrayContaining(Object.keys(KEPT)),
    );
  });
});
