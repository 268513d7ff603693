import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from '../../infra/read-settings.js';
import { type ComparedTemplate, refusedChanges } from '../../tools/templates/refused-changes.js';
import { synthesizeStacks } from './synthesized.js';

/** The data stack as the last release laid it out for the sample settings of `prod`, and before the first one as this version began; a release puts its own in its place. */
const released = JSON.parse(
  readFileSync(join(import.meta.dirname, 'released-data.template.json'), 'utf8'),
) as ComparedTemplate;
const now = synthesizeStacks(readSettings('settings', 'prod')).stacks[0]?.template as ComparedTemplate;

const TABLE = 'RequestRecordsTable4F9AA427';
type Changed = { Properties: Record<string, unknown>; DeletionPolicy?: string; Type: string };

/** This version's template with one resource changed. */
function changed(id: string, change: (resource: Changed) => void, newId = id): ComparedTemplate {
  const copy = structuredClone(now) as { Resources: Record<string, Changed> };
  const resource = copy.Resources[id];
  if (resource === undefined) throw new Error(`there is no ${id}`);
  change(resource);
  delete copy.Resources[id];
  copy.Resources[newId] = resource;
  return copy;
}
const indexes = ({ Properties }: Changed) => Properties['GlobalSecondaryIndexes'] as object[];

describe('an update of the data', () => {
  it('from the release before takes nothing from anybody', () => {
    expect(Object.keys(released.Resources).length).toBeGreaterThan(5);
    expect(refusedChanges(released, now)).toEqual([]);
  });

  it('may add an index', () => {
    expect(
      refusedChanges(
        now,
        changed(TABLE, (table) => indexes(table).push({ IndexName: 'by-street' })),
      ),
    ).toEqual([]);
  });

  it.each<[string, ComparedTemplate, string]>([
    ['renames the table in the template', changed(TABLE, () => undefined, 'Records'), `${TABLE}: keeps data`],
    [
      'gives it another name',
      changed(TABLE, ({ Properties }) => (Properties['TableName'] = 'other')),
      'another TableName puts an empty one in its place',
    ],
    [
      'gives it another key',
      changed(TABLE, ({ Properties }) => (Properties['KeySchema'] = [])),
      'another KeySchema',
    ],
    [
      'lets it go with its stack',
      changed(TABLE, (table) => (table.DeletionPolicy = 'Delete')),
      'would be deleted with its stack',
    ],
    [
      'adds two indexes at once',
      changed(TABLE, (table) => indexes(table).push({ IndexName: 'by-street' }, { IndexName: 'by-day' })),
      'changes the indexes by-street, by-day; one in each update',
    ],
    [
      'changes what two indexes hold',
      changed(TABLE, (table) =>
        indexes(table).splice(0, 2, { IndexName: 'by-grid' }, { IndexName: 'by-contact' }),
      ),
      'one in each update',
    ],
    [
      'makes another queue of the texts that came in',
      changed('InboundSmsQueueD0EAB4AA', ({ Properties }) => (Properties['QueueName'] = 'other')),
      'another QueueName',
    ],
    [
      'drops what the other stack uses',
      { ...now, Outputs: {} },
      'is exported, and cannot go while it is in use',
    ],
  ])('is refused that %s', (_title, after, expected) => {
    expect(refusedChanges(now, after)).toContainEqual(expect.stringContaining(expected));
  });
});
