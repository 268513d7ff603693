import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { isObject, written } from '../../../domain/editing/entry.js';
import { addingWords, choiceWords } from '../../../domain/editing/field-words.js';
import type { Field, NamedField } from '../../../domain/editing/field.js';
import { valueWords } from '../../../domain/editing/value-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { type Choosable, ChoiceInput } from './choice-input.js';
import { emptyEntry } from './empty-value.js';
import type { FieldProps } from './field-props.js';
import { Fields } from './group-input.js';
import { LinesInput } from './lines-input.js';
import { replaced } from './list-change.js';
import { RowActions } from './row-actions.js';
import { useHint } from './said-of-field.js';
import { chosenBy, useOptions } from './use-options.js';
import { EDITING } from './words.js';

type ListProps = FieldProps & { readonly of: Field };

/** Several of something. */
export function ListInput({ of, isOptional, onChange, ...others }: ListProps) {
  // Nothing chosen is nothing said, where that may be.
  const take = (list: unknown) =>
    onChange(isOptional && Array.isArray(list) && list.length === 0 ? undefined : list);
  const props = { ...others, of, isOptional, onChange: take };
  switch (of.kind) {
    case 'group':
      return <GroupList {...props} fields={of.fields} />;
    case 'reference':
    case 'party':
      return <OrderedList {...props} />;
    case 'choice':
      return <Ticks {...props} options={of.options} />;
    default:
      return <LinesInput {...props} />;
  }
}

const membersOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What is wrong with a member of a list. */
const errorOf = ({ context, at }: FieldProps, place: number): string | undefined =>
  context.errorAt([...at, place]) ?? context.errorAt([...at, place, 'department']);

/** What is wrong with a list, or with one of its members that has no place of its own to say it. */
const errorIn = (props: FieldProps, count: number): string | undefined =>
  props.context.errorAt(props.at) ??
  Array.from({ length: count }, (_, place) => errorOf(props, place)).find((one) => one !== undefined);

function GroupList({ fields, ...props }: ListProps & { readonly fields: readonly NamedField[] }) {
  const { context, at, path, of, label, value, onChange } = props;
  const { language } = usePage();
  const words = useWords(EDITING);
  const members = membersOf(value);
  return (
    <FormField label={label} errorText={context.errorAt(at)} stretch>
      <SpaceBetween size="s">
        {members.length === 0 && <Box color="text-body-secondary">{words.empty}</Box>}
        {members.map((member, place) => {
          const name = `${place + 1}. ${valueWords(path, of, member, context.names)[language]}`;
          return (
            <ExpandableSection
              // A member is its place: whatever tells it from others may be changed.
              key={`${place}`}
              variant="container"
              headerText={name}
              defaultExpanded={members.length === 1 || isNew(member)}
              headerActions={<RowActions list={members} place={place} name={name} onChange={onChange} />}
            >
              <Fields
                context={context}
                at={[...at, place]}
                fields={fields}
                value={isObject(member) ? member : {}}
                onChange={(changed) => onChange(replaced<unknown>(members, place, changed))}
              />
            </ExpandableSection>
          );
        })}
        <Button iconName="add-plus" onClick={() => onChange([...members, emptyEntry(fields)])}>
          {addingWords(path)?.[language] ?? label}
        </Button>
      </SpaceBetween>
    </FormField>
  );
}

/** What was just added has neither a name nor a code yet. */
const isNew = (member: unknown): boolean =>
  isObject(member) && written(member['id'] ?? member['value'] ?? member['number']) === '';

/** Entries of another section, or parties, in an order that counts. */
function OrderedList(props: ListProps) {
  const { context, at, path, label, value, of, onChange } = props;
  const { language } = usePage();
  const hint = useHint(props);
  const members = membersOf(value);
  const options = useOptions({ field: of, path, context });
  return (
    <FormField
      label={label}
      errorText={context.errorAt(at)}
      stretch
      {...(hint !== undefined && { description: hint })}
    >
      <SpaceBetween size="xs">
        {members.map((member, place) => {
          const chosen = chosenAmong(options, member);
          return (
            <div className="ordered" key={`${place}`}>
              {/* Wrong by itself: the others are right. The label of all of them is read out before its place. */}
              <FormField errorText={errorOf(props, place)} stretch>
                <ChoiceInput
                  ariaLabel={String(place + 1)}
                  options={options}
                  chosen={chosen}
                  isOptional={false}
                  isFixed={false}
                  onChoose={(next) => onChange(replaced<unknown>(members, place, next))}
                />
              </FormField>
              <RowActions
                list={members}
                place={place}
                name={chosen?.label ?? String(place + 1)}
                onChange={onChange}
              />
            </div>
          );
        })}
        <Button iconName="add-plus" onClick={() => onChange([...members, ''])}>
          {addingWords(path)?.[language] ?? label}
        </Button>
      </SpaceBetween>
    </FormField>
  );
}

/** What is chosen already, though it may be none of the options any more. */
function chosenAmong(options: readonly Choosable[], member: unknown): Choosable | undefined {
  const value = chosenBy(member);
  return options.find((one) => one.value === value) ?? (value === '' ? undefined : { value, label: value });
}

/** Any of a few. */
function Ticks(props: ListProps & { readonly options: readonly string[] }) {
  const { context, path, label, value, options, onChange } = props;
  const { language } = usePage();
  const chosen = membersOf(value).map(written);
  return (
    <FormField label={label} errorText={errorIn(props, chosen.length)}>
      <SpaceBetween direction="horizontal" size="m">
        {options.map((option) => (
          <Checkbox
            key={option}
            checked={chosen.includes(option)}
            onChange={({ detail }) =>
              onChange(options.filter((one) => (one === option ? detail.checked : chosen.includes(one))))
            }
          >
            {(choiceWords(path, option) ?? context.names('dangers').get(option))?.[language] ?? option}
          </Checkbox>
        ))}
      </SpaceBetween>
    </FormField>
  );
}
