import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Staff } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { EditModal } from './edit-modal.js';
import { useSavePart } from './use-save-part.js';
import { TOWN } from './words.js';
import { changeStaffRoute } from '../../../contracts/console/town.js';

interface StaffFormProps {
  readonly person: Staff;
  readonly version: number;
  readonly onEnd: (isSaved: boolean) => void;
}

/** One member of the staff: name, phone, duty and the language of their texts. */
export function StaffForm({ person, version, onEnd }: StaffFormProps) {
  const words = useWords(TOWN).staff;
  const saving = useSavePart();
  const [{ name, phone, duty, language }, setPerson] = useState(person);
  const set = (changed: Partial<Staff>) => setPerson((before) => ({ ...before, ...changed }));
  const save = async () => {
    const body = { version, name, phone, duty, language };
    if (await saving.save(changeStaffRoute, { params: { id: person.id }, body })) onEnd(true);
  };
  const duties = Object.entries(words.duties).map(([value, label]) => ({ value, label }));
  const languages = Object.entries(words.languages).map(([value, label]) => ({ value, label }));
  return (
    <EditModal
      title={words.editTitle(person.name)}
      saving={saving}
      onSave={save}
      onCancel={() => onEnd(false)}
    >
      <FormField label={words.name}>
        <Input value={name} onChange={({ detail }) => set({ name: detail.value })} />
      </FormField>
      <FormField label={words.phone}>
        <Input
          type="text"
          inputMode="tel"
          value={phone}
          onChange={({ detail }) => set({ phone: detail.value })}
        />
      </FormField>
      <FormField label={words.duty}>
        <Select
          selectedOption={duties.find(({ value }) => value === duty) ?? null}
          options={duties}
          onChange={({ detail }) => set({ duty: detail.selectedOption.value as Staff['duty'] })}
        />
      </FormField>
      <FormField label={words.language}>
        <Select
          selectedOption={languages.find(({ value }) => value === language) ?? null}
          options={languages}
          onChange={({ detail }) => set({ language: detail.selectedOption.value === 'en' ? 'en' : 'zh-CN' })}
        />
      </FormField>
    </EditModal>
  );
}
