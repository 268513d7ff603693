import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import type { Staff } from '../../../domain/town/schema.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import { TOWN } from './words.js';
import { addLeaveRoute } from '../../../contracts/console/town.js';

interface LeaveFormProps {
  readonly staff: readonly Staff[];
  readonly onEnd: (isSaved: boolean) => void;
}

/** Leave of one person, whole days. */
export function LeaveForm({ staff, onEnd }: LeaveFormProps) {
  const words = useWords(TOWN).leave;
  const { client, notify } = usePage();
  const { problem, isBusy, submit } = useSubmitting();
  const [leave, setLeave] = useState({ staff: '', from: '', to: '' });
  const options = staff.map(({ id, name }) => ({ value: id, label: name }));
  const save = async () => {
    await client.call(addLeaveRoute, { body: leave });
    notify('success', words.added);
    onEnd(true);
  };
  return (
    <FormModal
      title={words.add}
      verb={words.add}
      isBusy={isBusy}
      problem={problem}
      onSend={() => void submit(save)}
      onCancel={() => onEnd(false)}
    >
      <FormField label={words.staff}>
        <Select
          filteringType="auto"
          filteringAriaLabel={words.staff}
          selectedOption={options.find(({ value }) => value === leave.staff) ?? null}
          options={options}
          onChange={({ detail }) => setLeave({ ...leave, staff: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      {(['from', 'to'] as const).map((which) => (
        <FormField key={which} label={words[which]}>
          <DatePicker
            value={leave[which]}
            onChange={({ detail }) => setLeave({ ...leave, [which]: detail.value })}
          />
        </FormField>
      ))}
    </FormModal>
  );
}
