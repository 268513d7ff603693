import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { type EnteredBody, enterRoute } from '../../../contracts/console/entered.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import type { TownNames } from '../town/use-town-names.js';
import { ENTERING } from './words.entering.js';

const EMPTY = { name: '', phone: '', description: '', village: '', group: '', category: '' };
type Typed = Readonly<typeof EMPTY>;

const bodyOf = ({ phone, description, group, ...others }: Typed): EnteredBody => ({
  phone,
  description,
  ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '')),
  ...(group === '' ? {} : { group: Number(group) }),
});

interface EnterFormProps {
  readonly names: TownNames;
  /** With its number once it is taken in. */
  readonly onEnd: (id?: string) => void;
}

/** Takes down what somebody says on the telephone. */
export function EnterForm({ names, onEnd }: EnterFormProps) {
  const words = useWords(ENTERING);
  const { client, notify } = usePage();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const { problem, isBusy, submit } = useSubmitting();
  const save = () =>
    submit(async () => {
      const { id } = await client.call(enterRoute, { body: bodyOf(typed) });
      notify('success', words.done);
      onEnd(id);
    });
  return (
    <FormModal
      title={words.title}
      verb={words.save}
      isBusy={isBusy}
      disabled={typed.phone.trim() === '' || typed.description.trim() === ''}
      problem={problem}
      onSend={() => void save()}
      onCancel={() => onEnd()}
    >
      <Fields typed={typed} names={names} onTyped={setTyped} />
    </FormModal>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly names: TownNames;
  readonly onTyped: (typed: Typed) => void;
}

function Fields({ typed, names, onTyped }: FieldsProps) {
  const words = useWords(ENTERING);
  const { language } = usePage();
  const set = (name: keyof Typed) => (value: string) => onTyped({ ...typed, [name]: value });
  const named = (list: TownNames['categories']) => list.map(({ id, name }) => [id, name[language]] as const);
  const text = (name: 'phone' | 'name' | 'group') => (
    <FormField label={words[name]}>
      <Input value={typed[name]} onChange={({ detail }) => set(name)(detail.value)} />
    </FormField>
  );
  return (
    <SpaceBetween size="m">
      {text('phone')}
      {text('name')}
      <FormField label={words.description} description={words.descriptionHint}>
        <Textarea value={typed.description} onChange={({ detail }) => set('description')(detail.value)} />
      </FormField>
      <Choice
        label={words.village}
        value={typed.village}
        options={[['', words.asSaid], ...named(names.villages)]}
        onChange={set('village')}
      />
      {text('group')}
      <Choice
        label={words.category}
        value={typed.category}
        options={[['', words.asSaid], ...named(names.categories)]}
        onChange={set('category')}
      />
    </SpaceBetween>
  );
}
