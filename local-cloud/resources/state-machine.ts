import * as z from 'zod';
import { AssemblyError } from '../assembly/assembly-error.js';
import type { Json } from '../assembly/json.js';
import { present, writeJson } from '../states-language/json.js';
import { AwsError } from '../errors/aws-error.js';
import { INITIAL_REVISION } from '../step-functions/names.js';
import type { Host } from './host.js';
import { flag, unsupported } from './property-schemas.js';
import { resourceType } from './resource-type.js';

const logging = z
  .object({
    Level: z.string().optional(),
    IncludeExecutionData: flag.optional(),
    Destinations: z
      .array(
        z.object({ CloudWatchLogsLogGroup: z.object({ LogGroupArn: z.string().optional() }).optional() }),
      )
      .optional(),
  })
  .transform(({ Level, IncludeExecutionData, Destinations }) =>
    present({
      level: Level,
      includeExecutionData: IncludeExecutionData,
      destinations: Destinations?.map(({ CloudWatchLogsLogGroup: group }) =>
        present({ cloudWatchLogsLogGroup: group && present({ logGroupArn: group.LogGroupArn }) }),
      ),
    }),
  );

const properties = z.object({
  StateMachineName: z.string().optional(),
  StateMachineType: z.enum(['STANDARD', 'EXPRESS']).default('STANDARD'),
  RoleArn: z.string(),
  Definition: z.custom<Json>().optional(),
  DefinitionString: z.string().optional(),
  DefinitionSubstitutions: z.record(z.string(), z.coerce.string()).default({}),
  LoggingConfiguration: logging.optional(),
  DefinitionS3Location: unsupported('definitions in S3'),
});

function definitionOf({
  Definition,
  DefinitionString,
  DefinitionSubstitutions,
}: z.infer<typeof properties>): string {
  const text = DefinitionString ?? (Definition === undefined ? undefined : writeJson(Definition));
  if (text === undefined) throw new AssemblyError('the state machine has no definition');
  return text.replace(
    /\$\{([A-Za-z0-9_]+)\}/g,
    (whole, name: string) => DefinitionSubstitutions[name] ?? whole,
  );
}

interface MachineMembers {
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly type: string;
  readonly loggingConfiguration: object;
}

/** Without its definition: whoever wants that waits until the variables in it are found. */
const described = (stateMachineArn: string) => ({ stateMachineArn, includedData: 'METADATA_ONLY' });

/** A machine from an earlier start gets the new definition; its running executions keep theirs. */
async function createOrUpdate({ stepFunctions }: Host, arn: string, machine: MachineMembers): Promise<void> {
  try {
    const { name, type, ...changes } = machine;
    const known = await stepFunctions.handle('DescribeStateMachine', described(arn));
    if (known['type'] !== type)
      throw new AssemblyError(
        `the state machine ${name} is kept as ${String(known['type'])}: name the ${type} one otherwise`,
      );
    await stepFunctions.handle('UpdateStateMachine', { stateMachineArn: arn, ...changes });
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    if (error.code !== 'StateMachineDoesNotExist') throw new AssemblyError(`${error.code}: ${error.message}`);
    await stepFunctions.handle('CreateStateMachine', { ...machine });
  }
}

/**
 * The revision for which a version of it is published; a machine that was never changed has no id of its own for that.
 */
async function revisionOf({ stepFunctions }: Host, stateMachineArn: string): Promise<Json> {
  const { revisionId } = await stepFunctions.handle('DescribeStateMachine', described(stateMachineArn));
  return typeof revisionId === 'string' ? revisionId : INITIAL_REVISION;
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
      loggingConfiguration: given.LoggingConfiguration ?? {},
    });
    const revision = await revisionOf(host, machineArn);
    return {
      ref: machineArn,
      attributes: { Arn: machineArn, Name: machineName, StateMachineRevisionId: revision },
    };
  },
});
