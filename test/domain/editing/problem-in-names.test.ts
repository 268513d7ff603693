import { townNames } from '../../../domain/editing/changes-in-words.js';
import { checkEdited, editTown, type TownChange } from '../../../domain/editing/edit-town.js';
import { inNames } from '../../../domain/editing/problem-in-names.js';
import { SECTIONS } from '../../../domain/editing/sections.js';
import { keyOf } from '../../../domain/editing/section-keys.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import type { Town } from '../../../domain/town/schema.js';
import { sampleTown } from '../../towns/sample-town.js';

const town: Town = { ...sampleTown(), examples: '' };

const changed = (section: SectionId, key: string, change: object): TownChange => {
  const entry = SECTIONS[section].entriesOf(town).find((one) => keyOf(section, one) === key);
  return { section, key, entry: { ...entry, ...change } };
};

/** What is wrong with the town after a change, as the page says it. */
function wrongAfter(change: TownChange): string[] {
  const edited = editTown(town, [change]);
  if (!edited.ok) throw new Error(JSON.stringify(edited.unfit));
  const names = townNames(town, edited.town);
  return checkEdited(edited.town).flatMap(({ message }) => Object.values(inNames(message, names)));
}

describe('what is wrong with a change is said with the names that the page shows, no codes and no files', () => {
  it.each<[string, TownChange, string[]]>([
    [
      'somebody in a post that is not for their duty',
      changed('posts', '1', { a: 'g02-b' }),
      [
        '“彭海刚”的职务是村干部，此岗应由镇干部担任',
        '"彭海刚" is a village cadre; this post is for a town cadre',
      ],
    ],
    [
      'somebody in two posts of a grid',
      changed('posts', '1', { c: 'g01-b' }),
      [
        '“谢桂刚”已任 B 岗，同一网格的各岗不能由一人兼任',
        `"谢桂刚" already holds post B; a grid's posts are held by different people`,
      ],
    ],
    [
      'a department that is gone and is still named',
      { section: 'departments', key: 'water-company' },
      [
        '没有部门“供水公司”，请填写“部门”中的部门',
        'there is no department "Water Company"; name one of "Departments"',
      ],
    ],
    [
      'an entry of the duty list that is gone, whose code a category has too',
      { section: 'dutyList', key: 'illegal-construction' },
      [
        '职责清单中没有“违法建设认定、查处由县综合执法局负责”，请填写“职责清单”中的条目',
        'the duty list has no entry "unlawful building is for County Enforcement"; name one of "Duty list"',
      ],
    ],
    [
      'somebody who is gone and is still in a post',
      { section: 'staff', key: 'g01-a' },
      ['“人员”中没有“尹小强”，请补充或改填', 'there is no "尹小强" in "Staff"; add them or name another'],
    ],
  ])('%s', (_what, change, said) => {
    expect(wrongAfter(change)).toEqual(expect.arrayContaining(said));
  });
});
