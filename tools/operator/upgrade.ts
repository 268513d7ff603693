import type { OperatorServices } from '../../adapters/operator-services.js';
import type { TableShape } from '../../adapters/table-watch.js';
import type { SynthesizedStacks } from '../templates/flattened.js';
import { inFlight, type InFlight, refusedInFlight } from '../templates/in-flight.js';
import { type ComparedTemplate, refusedChanges } from '../templates/refused-changes.js';

const TABLE = 'AWS::DynamoDB::Table';

/** What an ARN names: a function with the alias by which it is called, as roles name it; a machine alone, for a right to it is one to its aliases. */
const nameIn = (arn: string): string => {
  const [, , service, , , kind = arn, name = '', ...qualifier] = arn.split(':');
  if (service === 'iam') return kind.replace(/^.*\//, '');
  return service === 'lambda' ? [name, ...qualifier].join(':') : name;
};

const CALLED = /arn:[\w-]+:(?:lambda:[\w-]*:\d*:function|states:[\w-]*:\d+:stateMachine):[\w:-]+/g;

/** What the deployment runs at this moment, as far as Step Functions tells. */
async function deployedInFlight(
  { executions }: Pick<OperatorServices, 'executions'>,
  machines: ReadonlyMap<string, string>,
): Promise<readonly InFlight[]> {
  const found = await Promise.all(
    [...machines.values()].map(async (arn) =>
      (await executions.definitionsInUse(arn)).map(({ definition, roleArn }) => {
        const role = nameIn(roleArn);
        const calls = [...new Set([...definition.matchAll(CALLED)].map(([called]) => called))];
        return {
          machines: { [nameIn(arn)]: { role, calls: calls.map(nameIn) } },
          granted: {
            [role]: calls.map((called) => {
              const action = called.includes(':stateMachine:')
                ? 'states:StartExecution'
                : 'lambda:InvokeFunction';
              return `${action} ${nameIn(called)}`;
            }),
          },
        };
      }),
    ),
  );
  return found.flat();
}

/** What deploying would take, as lines. */
export interface UpgradeRefused {
  /** From executions that run. */
  readonly inFlight: readonly string[];
  /** From what is kept in the table in use. */
  readonly table: readonly string[];
}

/** A table of a template in the words in which the live one is described. */
function shapeOf(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { TableName, KeySchema, GlobalSecondaryIndexes = [] } = properties as unknown as Partial<TableShape>;
  const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema: keys, Projection }) => ({
    IndexName,
    KeySchema: keys,
    Projection: {
      ProjectionType: Projection.ProjectionType,
      ...(Projection.NonKeyAttributes ? { NonKeyAttributes: Projection.NonKeyAttributes.toSorted() } : {}),
    },
  }));
  return { TableName, KeySchema, GlobalSecondaryIndexes: indexes };
}

/** The table in use as it is laid out now, and as the templates would lay it out; of one that no template names, nothing. */
function tablesOf(
  { whole }: SynthesizedStacks,
  live: TableShape,
): { before: ComparedTemplate; after: ComparedTemplate } {
  const tables = Object.entries(whole.Resources).filter(
    ([, { Type, Properties }]) => Type === TABLE && Properties['TableName'] === live.TableName,
  );
  const resources = (propertiesOf: (own: Readonly<Record<string, unknown>>) => Record<string, unknown>) => ({
    Resources: Object.fromEntries(
      tables.map(([id, { Type, Properties, DeletionPolicy }]) => [
        id,
        { Type, Properties: propertiesOf(Properties), DeletionPolicy },
      ]),
    ),
  });
  return { before: resources(() => ({ ...live })), after: resources(shapeOf) };
}

/** What deploying these templates would take from what runs and is kept; nothing where it may go ahead. */
export async function refusedUpgrade(
  services: Pick<OperatorServices, 'executions' | 'tableWatch'>,
  machines: ReadonlyMap<string, string>,
  stacks: SynthesizedStacks,
): Promise<UpgradeRefused> {
  const after = inFlight(stacks.whole);
  const running = await deployedInFlight(services, machines);
  const { before, after: laidOut } = tablesOf(stacks, await services.tableWatch.shape());
  return {
    inFlight: [...new Set(running.flatMap((one) => refusedInFlight(one, after)))],
    table: refusedChanges(before, laidOut),
  };
}
