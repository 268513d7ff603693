import { useState } from 'preact/hooks';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { AnswerError } from '../answer.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { groupTargets, noteOfPicked, pickCounts, pickedIn, takesSeveral, type Target } from '../targets.js';
import { Field } from './field.js';

interface TargetFieldProps {
  readonly targets: NonNullable<Ask['targets']>;
  readonly option: AskOption;
  /** The answer's words: who was picked. */
  readonly note: string;
  readonly errors: readonly AnswerError[];
  readonly onNote: (note: string) => void;
}

/** To whom it goes: found by a part of the name, and picked. */
export function TargetField({ targets, option, note, errors, onNote }: TargetFieldProps) {
  const { messages, keep } = usePage();
  const words = messages.targets;
  const [typed, setTyped] = useState('');
  const [counts] = useState(() => pickCounts(keep));
  const { often, others, grids } = groupTargets(targets, option, typed, counts);
  const picked = pickedIn(note);
  const pick = (said: string): void => {
    if (!takesSeveral(option)) return onNote(said);
    onNote(noteOfPicked(picked.includes(said) ? picked.filter((one) => one !== said) : [...picked, said]));
  };
  const group = { type: takesSeveral(option) ? 'checkbox' : 'radio', picked, onPick: pick } as const;
  return (
    <>
      <Field
        field="note"
        label={takesSeveral(option) ? words.several : words.one}
        hint={takesSeveral(option) ? words.severalHint : words.oneHint}
        errors={errors}
      >
        {(control) => (
          <input
            {...control}
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <p role="status">{often.length + others.length + grids.length === 0 ? words.none : ''}</p>
      <Targets {...group} legend={words.often} targets={often} />
      <Targets {...group} legend={words.departments} targets={others} />
      <Targets {...group} legend={words.grids} targets={grids} />
    </>
  );
}

interface TargetsProps {
  readonly legend: string;
  readonly targets: readonly Target[];
  readonly type: 'checkbox' | 'radio';
  readonly picked: readonly string[];
  readonly onPick: (said: string) => void;
}

function Targets({ legend, targets, type, picked, onPick }: TargetsProps) {
  if (targets.length === 0) return null;
  return (
    <fieldset class="chips">
      <legend>{legend}</legend>
      {targets.map(({ id, name, said }) => (
        <label key={id} class="option">
          <input type={type} name="target" checked={picked.includes(said)} onChange={() => onPick(said)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
