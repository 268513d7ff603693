import { moneyUnit } from '../../../domain/words/money-text.js';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import {
  type AnswerDraft,
  type AnswerError,
  chosenOption,
  commonOption,
  isOneTap,
  noted,
  noteOf,
  takesDocuments,
  takesForm,
  takesPhotos,
  takesPoints,
  takesYuan,
  wordsGo,
} from '../answer.js';
import type { Ask, ChoosableOption } from '../ask.js';
import { usePage } from '../page-context.js';
import { takesTargets } from '../targets.js';
import { noteName } from '../what-follows.js';
import { AnswerBar } from './answer-bar.js';
import { ErrorSummary } from './error-summary.js';
import { Field } from './field.js';
import { FormFields } from './form-fields.js';
import { OptionChoice } from './option-choice.js';
import { PhotoFields } from './photo-fields.js';
import { TargetField } from './target-field.js';
import { Ticks } from './ticks.js';
import { type AnswerTarget, useAnswer } from './use-answer.js';
import { WordsPart } from './words-part.js';

const FORM = 'answer';

/** The answer: the common one in one tap, always in sight; others behind one more. Between them stands what `beside` makes of a field of words that hardly anybody needs, and of what in it is to be seen at once. */
export function AnswerForm({
  beside,
  ...target
}: AnswerTarget & { beside: (words: ComponentChildren, opensFor: unknown) => ComponentChildren }) {
  const { ask } = target;
  const { answer } = usePage().messages;
  const { draft, errors, state, change, send } = useAnswer(target);
  const chosen = chosenOption(ask, draft);
  const [isChoosing, setChoosing] = useState(chosen?.option !== commonOption(ask)?.option);
  const onSubmit = (event: Event) => {
    event.preventDefault();
    void send();
  };
  const isPlain = chosen !== undefined && isOneTap(ask, chosen) && !isChoosing;
  // What was written before, or is wrong, is not behind a line.
  const [isNoted] = useState(noteOf(ask, draft) !== '');
  const goes = chosen && wordsGo(ask, chosen);
  const label =
    chosen &&
    (goes === 'along' && noteOf(ask, draft).trim() !== '' ? answer.withWords(chosen.label) : chosen.label);
  const parts = { ask, draft, errors, onChange: change };
  return (
    <>
      <form id={FORM} noValidate onSubmit={onSubmit}>
        <ErrorSummary errors={errors} />
        {isChoosing && (
          <OptionChoice options={ask.options} chosen={draft.option} errors={errors} onChange={change} />
        )}
        {chosen && <OptionParts {...parts} chosen={chosen} />}
      </form>
      {beside(
        chosen && goes && (
          <WordsPart
            {...{ ask, link: target.link, errors }}
            label={chosen.label}
            goes={goes}
            words={draft.notes.anything ?? ''}
            onWords={(anything) => change({ notes: { ...draft.notes, anything } })}
            onOver={target.onOver}
          />
        ),
        errors.some(({ field }) => field === (goes === 'along' ? 'note' : 'remark')) ? errors : isNoted,
      )}
      <AnswerBar
        ask={ask}
        form={FORM}
        words={label === undefined ? answer.send : isPlain ? label : answer.sendThis(label)}
        state={state}
        isChoosing={isChoosing}
        onChoosing={() => setChoosing(true)}
      />
    </>
  );
}

interface OptionPartsProps {
  readonly ask: Ask;
  readonly chosen: ChoosableOption;
  readonly draft: AnswerDraft;
  readonly errors: readonly AnswerError[];
  readonly onChange: (change: Partial<AnswerDraft>) => void;
}

/** Fields of the chosen option; its words stand elsewhere where they are seldom written. */
function OptionParts({ ask, chosen, ...rest }: OptionPartsProps) {
  const { answer } = usePage().messages;
  const { draft, errors, onChange } = rest;
  const { option } = chosen;
  if (takesDocuments(option)) return <MissingDocuments ask={ask} {...rest} />;
  return (
    <>
      {takesForm(ask, option) && (
        <>
          <FormFields
            fields={ask.programme?.form ?? []}
            typed={draft.form}
            errors={errors}
            onChange={onChange}
          />
          <ExceptionField draft={draft} errors={errors} onChange={onChange} />
        </>
      )}
      {takesPoints(ask, option) && (
        <Ticks
          field="points"
          legend={answer.points}
          choices={(ask.form?.points ?? []).map(({ id, label }) => ({ value: id, label }))}
          ticked={draft.points}
          errors={errors}
          onChange={(points) => onChange({ points })}
        />
      )}
      {takesYuan(ask, option) && <YuanField ask={ask} option={option} {...rest} />}
      {takesTargets(ask, option) && ask.targets && (
        <TargetField
          key={option}
          targets={ask.targets}
          option={option}
          note={noteOf(ask, draft)}
          errors={errors}
          onNote={(note) => onChange(noted(ask, draft, note))}
        />
      )}
      {chosen.note !== 'none' && wordsGo(ask, chosen) !== 'along' && !takesTargets(ask, option) && (
        <NoteField ask={ask} chosen={chosen} {...rest} />
      )}
      {takesPhotos(ask, option) && (
        <PhotoFields
          pictures={draft.pictures}
          most={ask.mostPhotos}
          onPictures={(pictures) => onChange({ pictures })}
        />
      )}
    </>
  );
}

/** Whoever hands a form in that does not meet the conditions tells the approver why. */
function ExceptionField({
  draft,
  errors,
  onChange,
}: Pick<OptionPartsProps, 'draft' | 'errors' | 'onChange'>) {
  const { answer } = usePage().messages;
  return (
    <Field
      field="exception"
      label={answer.exception}
      after={answer.optional}
      hint={answer.exceptionHint}
      errors={errors}
    >
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={500}
          value={draft.exception}
          onInput={(event) => onChange({ exception: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function MissingDocuments({ ask, draft, errors, onChange }: Omit<OptionPartsProps, 'chosen'>) {
  const { messages } = usePage();
  return (
    <Ticks
      field="documents"
      legend={messages.answer.documents}
      hint={messages.ask.documentsHint}
      choices={(ask.programme?.documents ?? []).map((label, i) => ({ value: i + 1, label }))}
      ticked={draft.documents}
      errors={errors}
      onChange={(documents) => onChange({ documents })}
    />
  );
}

function YuanField({
  ask,
  option,
  draft,
  errors,
  onChange,
}: Pick<OptionPartsProps, 'ask' | 'draft' | 'errors' | 'onChange'> & { option: AskOption }) {
  const { language, messages } = usePage();
  const { answer } = messages;
  const unit = moneyUnit(language, ask.town?.currency ?? 'CNY');
  const hint = option === 'done' ? answer.yuanHint : undefined;
  return (
    <Field field="yuan" label={answer.aid(unit)} hint={hint} errors={errors}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autocomplete="off"
          value={draft.yuan}
          onInput={(event) => onChange({ yuan: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

function NoteField({ ask, chosen, draft, errors, onChange }: OptionPartsProps) {
  const { answer } = usePage().messages;
  const name = noteName(ask.kind, chosen.option);
  // Aid is said by its sum; words may stand beside it.
  const isRequired =
    chosen.note === 'required' && chosen.option !== 'aid' && !takesPoints(ask, chosen.option);
  return (
    <Field
      field="note"
      label={answer.notes[name]}
      after={isRequired ? answer.required : answer.optional}
      hint={answer.hints[name]}
      errors={errors}
    >
      {(control) => (
        <textarea
          {...control}
          rows={2}
          maxLength={500}
          value={noteOf(ask, draft)}
          onInput={(event) => onChange(noted(ask, draft, event.currentTarget.value))}
        />
      )}
    </Field>
  );
}
