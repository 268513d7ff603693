import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import type { Json } from '../assembly/json.js';
import { AwsError } from '../errors/aws-error.js';
import type { Host } from './host.js';
import { unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const properties = z.object({
  StateMachineName: z.string().optional(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  RoleArn: z.string(),
  Definition: z.custom<Json>().optional(),
  DefinitionString: z.string().optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  DefinitionS3Location: unsupported('definitions in S3'),
});

function definitionOf({
  Definition,
  DefinitionString,
  DefinitionSubstitutions,
}: z.infer<typeof properties>): string {
  const text = DefinitionString ?? (Definition === undefined ? undefined : JSON.stringify(Definition));
  if (text === undefined) throw new AssemblyError('the state machine has no definition');
  return text.replace(
    /\$\{([A-Za-z0-9_]+)\}/g,
    (whole, name: string) => DefinitionSubstitutions[name] ?? whole,
  );
}

/** A machine from an earlier start gets the new definition; its running executions keep theirs. */
async function createOrUpdate(
  host: Host,
  arn: string,
  machine: { name: string; definition: string; roleArn: string; type: string },
): Promise<void> {
  try {
    await host.stepFunctions.handle('CreateStateMachine', machine);
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code !== 'StateMachineAlreadyExists')
      throw new AssemblyError(`${error.code}: ${error.message}`);
    const { definition, roleArn } = machine;
    const known = await host.stepFunctions.handle('DescribeStateMachine', { stateMachineArn: arn });
    if (known['type'] !== machine.type)
      throw new AssemblyError(
        `the state machine ${machine.name} is kept as ${String(known['type'])}: name the ${machine.type} one otherwise`,
      );
    await host.stepFunctions.handle('UpdateStateMachine', { stateMachineArn: arn, definition, roleArn });
  }
}

export const stateMachine = resourceType({
  type: 'AWS::StepFunctions::StateMachine',
  support: 'standard and Express machines in JSONata; the role is enforced',
  properties,
  deploy: async (given, { host, name, arn }) => {
    const machineName = name(given.StateMachineName, 80);
    const machineArn = arn('states', `stateMachine:${machineName}`);
    host.identities.assertAssumable(given.RoleArn, 'states.amazonaws.com', machineArn);
    await createOrUpdate(host, machineArn, {
      name: machineName,
      definition: definitionOf(given),
      roleArn: given.RoleArn,
      type: given.StateMachineType,
    });
    return { ref: machineArn, attributes: { Arn: machineArn, Name: machineName } };
  },
});
