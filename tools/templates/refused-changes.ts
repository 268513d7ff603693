/** The parts of a template that are compared. */
export interface ComparedTemplate {
  readonly Resources: Readonly<
    Record<
      string,
      {
        readonly Type: string;
        readonly Properties?: Readonly<Record<string, unknown>> | undefined;
        readonly DeletionPolicy?: string | undefined;
      }
    >
  >;
  readonly Outputs?: Readonly<Record<string, { readonly Export?: unknown }>>;
}

type Resource = ComparedTemplate['Resources'][string];

/** Properties whose change makes CloudFormation replace the resource with the data (its reference says so of each). */
const REPLACING: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::Table': ['TableName', 'KeySchema', 'ImportSourceSpecification', 'LocalSecondaryIndexes'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::SQS::Queue': ['QueueName', 'FifoQueue'],
};

const isKept = ({ DeletionPolicy = '' }: Resource): boolean => DeletionPolicy.startsWith('Retain');
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Changes of the data's template that are refused, as lines for whoever made them: nothing that is kept may go, be
 * renamed or replaced, no export may go, and an update changes at most one index of a table, which is all that DynamoDB
 * takes at a time.
 */
export function refusedChanges(before: ComparedTemplate, after: ComparedTemplate): string[] {
  return [
    ...Object.entries(before.Resources).flatMap(([id, resource]) =>
      isKept(resource) ? refusedOf(id, resource, after.Resources[id]) : [],
    ),
    ...Object.entries(before.Outputs ?? {}).flatMap(([name, { Export }]) =>
      Export === undefined || isSame(after.Outputs?.[name]?.Export, Export)
        ? []
        : [`${name}: is exported, and cannot go while it is in use`],
    ),
  ];
}

function refusedOf(id: string, before: Resource, after: Resource | undefined): string[] {
  if (after?.Type !== before.Type) return [`${id}: keeps data, and would be left behind`];
  const replacing = (REPLACING[before.Type] ?? []).filter(
    (name) => !isSame(before.Properties?.[name], after.Properties?.[name]),
  );
  const changed = changedIndexes(before, after);
  return [
    ...(isKept(after) ? [] : [`${id}: keeps data, and would be deleted with its stack`]),
    ...replacing.map((name) => `${id}: another ${name} puts an empty one in its place`),
    ...(changed.length > 1 ? [`${id}: changes the indexes ${changed.join(', ')}; one in each update`] : []),
  ];
}

interface Index {
  readonly IndexName: string;
}

const indexesOf = ({ Properties }: Resource): readonly Index[] =>
  (Properties?.['GlobalSecondaryIndexes'] as readonly Index[] | undefined) ?? [];

/** Those that come, go or are made anew. */
function changedIndexes(before: Resource, after: Resource): string[] {
  const [old, now] = [indexesOf(before), indexesOf(after)];
  const names = new Set([...old, ...now].map(({ IndexName }) => IndexName));
  const named = (list: readonly Index[], name: string) => list.find(({ IndexName }) => IndexName === name);
  return [...names].filter((name) => !isSame(named(old, name), named(now, name)));
}
