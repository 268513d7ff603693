import { editTown } from '../../../domain/editing/edit-town.js';
import { PROGRAMME_TEMPLATES } from '../../../domain/editing/programme-templates.js';
import { SECTIONS } from '../../../domain/editing/sections.js';
import { checkTown } from '../../../domain/town-checks/check-town.js';
import type { Town } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';

const names = PROGRAMME_TEMPLATES.map(({ name }) => name.en);
const entryOf = (place: number) => ({
  id: `begun-${place}`,
  ...PROGRAMME_TEMPLATES[place]?.programme,
});

const added = (places: readonly number[]): Town => {
  const changes = places
    .map(entryOf)
    .map((entry) => ({ section: 'programmes' as const, key: entry.id, entry }));
  const edited = editTown({ ...sampleTown(), examples: '' }, changes);
  if (!edited.ok) throw new Error(JSON.stringify(edited.unfit));
  return edited.town;
};

describe('a ready programme', () => {
  it.each(names.map((name, place) => [name, place] as const))('"%s" fits as it is', (_name, place) => {
    expect(SECTIONS.programmes.schema.safeParse(entryOf(place)).error?.issues).toBeUndefined();
  });

  it('names no department, so that every town has whom it asks', () => {
    expect(JSON.stringify(PROGRAMME_TEMPLATES)).not.toContain('"department"');
  });

  it('leaves nothing for the checks of a town to find', () => {
    const before = new Set(checkTown(added([])).map((problem) => JSON.stringify(problem)));
    const after = checkTown(added([...names.keys()]));
    expect(after.filter((problem) => !before.has(JSON.stringify(problem)))).toEqual([]);
  });
});
