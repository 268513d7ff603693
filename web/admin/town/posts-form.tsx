import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Grid, Staff } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { EditModal } from './edit-modal.js';
import { useSavePart } from './use-save-part.js';
import { TOWN } from './words.js';
import { changePostsRoute } from '../../../contracts/console/town.js';

interface PostsFormProps {
  readonly grid: Grid;
  readonly version: number;
  readonly staff: readonly Staff[];
  readonly onEnd: (isSaved: boolean) => void;
}

/** Who holds the three posts of a grid. */
export function PostsForm({ grid, version, staff, onEnd }: PostsFormProps) {
  const words = useWords(TOWN);
  const saving = useSavePart();
  const [posts, setPosts] = useState(grid.posts);
  const vacant = { value: '', label: words.grids.vacant };
  const people = staff.map(({ id, name }) => ({
    value: id,
    label: name,
    description: words.staff.duties[staff.find((one) => one.id === id)?.duty ?? 'town-cadre'],
  }));
  const options = [vacant, ...people];
  const save = async () => {
    const isSaved = await saving.save(
      changePostsRoute,
      { params: { grid: String(grid.number) }, body: { version, ...posts } },
      words.posts.saved,
    );
    if (isSaved) onEnd(true);
  };
  return (
    <EditModal
      title={words.posts.title(grid.number)}
      saving={saving}
      onSave={save}
      onCancel={() => onEnd(false)}
    >
      {(['a', 'b', 'c'] as const).map((post) => (
        <FormField key={post} label={words.grids.posts[post]}>
          <Select
            filteringType="auto"
            selectedOption={people.find(({ value }) => value === posts[post]) ?? vacant}
            options={options}
            onChange={({ detail }) =>
              setPosts({ ...posts, [post]: detail.selectedOption.value || undefined })
            }
          />
        </FormField>
      ))}
    </EditModal>
  );
}
