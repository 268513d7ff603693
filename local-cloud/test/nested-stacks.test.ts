import { createLocalCloud } from '../index.js';
import { lambda, ref, table, writeAssembly, type Nested, type Resource } from './sample/sample-assembly.js';

const stack = (name: string, parameters: Readonly<Record<string, unknown>> = {}): Resource => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: {
    TemplateURL: { 'Fn::Join': ['', ['https://s3.', ref('AWS::Region'), `.example/assets/${name}.json`]] },
    Parameters: parameters,
  },
});
const outputOf = (id: string, name: string) => ({ 'Fn::GetAtt': [id, `Outputs.${name}`] });

const RECORDS: Nested = { Resources: table, Outputs: { Name: { Value: ref('Table') } } };
const WORK: Nested = {
  Parameters: { TableName: { Type: 'String' }, Word: { Type: 'String', Default: 'as it is' } },
  Resources: lambda('Fn', 'echo', [{ Action: 'dynamodb:GetItem', Resource: '*' }], {
    Environment: { Variables: { TABLE: ref('TableName'), OWN: ref('Word') } },
  }),
  Outputs: {
    Function: { Value: ref('Fn') },
    Stack: { Value: ref('AWS::StackName') },
    Word: { Value: ref('Word') },
  },
};

async function hosted(resources: Readonly<Record<string, Resource>>, outputs = {}) {
  const assembly = writeAssembly(resources, outputs, {}, { records: RECORDS, work: WORK });
  try {
    return await createLocalCloud({ assembly: assembly.directory, logLevel: 'silent' });
  } finally {
    assembly.remove();
  }
}

describe('a nested stack', () => {
  it('is given what its neighbours answer, and tells its own outputs', async () => {
    const cloud = await hosted(
      { Work: stack('work', { TableName: outputOf('Records', 'Name') }), Records: stack('records') },
      {
        Function: { Value: outputOf('Work', 'Function') },
        Stack: { Value: outputOf('Work', 'Stack') },
        Word: { Value: outputOf('Work', 'Word') },
      },
    );
    try {
      expect(cloud.outputs).toEqual({
        Function: 'Sample-Work-Fn',
        Stack: 'Sample-Work',
        Word: 'as it is',
      });
      expect(cloud.functions()).toMatchObject([{ logicalId: 'Fn', name: 'Sample-Work-Fn' }]);
    } finally {
      await cloud.close();
    }
  });

  it('is refused by the name of what it has not', async () => {
    await expect(hosted({ Work: stack('work', { Nobody: 'x' }) })).rejects.toThrow(
      'Work (AWS::CloudFormation::Stack): its template has no parameter Nobody',
    );
    await expect(hosted({ Work: stack('elsewhere') })).rejects.toThrow(
      'the asset elsewhere.json is not in the assembly',
    );
  });

  it('is refused with the names of the stack and of the resource that cannot be hosted', async () => {
    const pool: Nested = { Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } };
    const assembly = writeAssembly({ Inner: stack('pool') }, {}, {}, { pool });
    await expect(createLocalCloud({ assembly: assembly.directory, logLevel: 'silent' })).rejects.toThrow(
      'Inner (AWS::CloudFormation::Stack): Pool: the resource type AWS::Cognito::UserPool is not supported',
    );
    assembly.remove();
  });
});
