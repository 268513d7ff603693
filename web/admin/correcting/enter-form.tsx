import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { enterRoute } from '../../../contracts/console/entered.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import type { TownNames } from '../town/use-town-names.js';
import { enteredOf, isPressing, NOTHING_TYPED, type Typed } from './entered-body.js';
import { SaidPart } from './said-part.js';
import { useSaid } from './use-said.js';
import { ENTERING } from './words.entering.js';

interface EnterFormProps {
  readonly names: TownNames;
  /** With its number once it is taken in, where its page may be seen. */
  readonly onEnd: (id?: string) => void;
}

/** Takes down words on the telephone first; their matter and place are read from them as they are typed. */
export function EnterForm({ names, onEnd }: EnterFormProps) {
  const words = useWords(ENTERING);
  const { client, notify } = usePage();
  const [typed, setTyped] = useState<Typed>(NOTHING_TYPED);
  const read = useSaid(typed);
  const { problem, isBusy, submit } = useSubmitting();
  const isEmpty = typed.description.trim() === '';
  const save = () => {
    if (isEmpty || isBusy) return;
    void submit(async () => {
      const { id, sealed } = await client.call(enterRoute, { body: enteredOf(typed) });
      notify(
        'success',
        sealed ? words.doneSealed : typed.phone.trim() === '' ? words.doneNoPhone : words.done,
      );
      onEnd(sealed ? undefined : id);
    });
  };
  return (
    <FormModal
      title={words.title}
      size="large"
      verb={isPressing(read) ? words.saveDanger : words.save}
      isBusy={isBusy}
      disabled={isEmpty}
      problem={problem}
      onSend={save}
      onCancel={() => onEnd()}
    >
      <SpaceBetween size="m">
        <FormField label={words.description} description={words.keys} stretch>
          <Textarea
            autoFocus
            rows={3}
            value={typed.description}
            onChange={({ detail }) => setTyped({ ...typed, description: detail.value })}
            onKeyDown={({ detail }) => detail.key === 'Enter' && (detail.ctrlKey || detail.metaKey) && save()}
          />
        </FormField>
        <SaidPart read={read} names={names} />
        <Who typed={typed} onTyped={setTyped} onEnter={save} />
        <ExpandableSection headerText={words.known}>
          <Known typed={typed} names={names} onTyped={setTyped} onEnter={save} />
        </ExpandableSection>
      </SpaceBetween>
    </FormModal>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  /** Enter in a line takes it in, as in any form. */
  readonly onEnter: () => void;
}

interface LineProps extends FieldsProps {
  readonly name: 'phone' | 'name' | 'group';
}

function Line({ typed, onTyped, onEnter, name }: LineProps) {
  const words = useWords(ENTERING);
  // A group without its village says no place.
  const isIdle = name === 'group' && typed.village === '';
  return (
    <FormField label={words[name]}>
      <Input
        value={typed[name]}
        disabled={isIdle}
        placeholder={isIdle ? words.villageFirst : ''}
        inputMode={name === 'phone' ? 'tel' : name === 'group' ? 'numeric' : 'text'}
        onChange={({ detail }) => onTyped({ ...typed, [name]: detail.value })}
        onKeyDown={({ detail }) => detail.key === 'Enter' && !detail.isComposing && onEnter()}
      />
    </FormField>
  );
}

const HALVES = [{ colspan: { default: 12, xs: 6 } }, { colspan: { default: 12, xs: 6 } }];

function Who(props: FieldsProps) {
  return (
    <Grid gridDefinition={HALVES}>
      <Line {...props} name="phone" />
      <Line {...props} name="name" />
    </Grid>
  );
}

/** Facts that whoever takes it down knows better than the words say. */
function Known({ names, ...fields }: FieldsProps & { readonly names: TownNames }) {
  const words = useWords(ENTERING);
  const { language } = usePage();
  const { typed, onTyped } = fields;
  const named = (list: TownNames['categories']) => list.map(({ id, name }) => [id, name[language]] as const);
  const choice = (name: 'village' | 'category', list: TownNames['categories']) => (
    <Choice
      label={words[name]}
      value={typed[name]}
      options={[['', words.asSaid], ...named(list)]}
      onChange={(value) => onTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <SpaceBetween size="s">
      {choice('category', names.categories)}
      <Grid gridDefinition={HALVES}>
        {choice('village', names.villages)}
        <Line {...fields} name="group" />
      </Grid>
    </SpaceBetween>
  );
}
