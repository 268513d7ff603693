import { moneyUnit } from '../../../domain/words/money-text.js';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import {
  type ConsoleAnswerBody,
  type ConsoleAsk,
  answerAsDeskRoute,
} from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FormModal, useSubmitting } from '../shell/form-modal.js';
import { askedFor } from './asked-for.js';
import { REQUESTS } from './words.js';

interface AnswerFormProps {
  readonly request: string;
  readonly ask: ConsoleAsk;
  readonly onEnd: (isSent: boolean) => void;
}

/** The answer as it is being made. */
interface Said {
  readonly option?: ConsoleAsk['options'][number] | undefined;
  readonly note: string;
  readonly yuan: string;
}

/** Aid is said on its own, or beside an outcome that may bring some. */
const takesAid = ({ aid }: ConsoleAsk, { option }: NonNullable<Said['option']>): boolean =>
  option === 'aid' || (aid && option === 'done');

/** What is sent; nothing while no option is chosen, or the words that it needs are missing. */
function bodyOf(ask: ConsoleAsk, { option, note, yuan }: Said): ConsoleAnswerBody | undefined {
  if (!option) return undefined;
  const sum = takesAid(ask, option) ? yuan : '';
  const isSaid = note.trim() !== '' || (option.option === 'aid' && sum !== '');
  if (option.note === 'required' && !isSaid) return undefined;
  return {
    ask: ask.id,
    option: option.option,
    ...(note === '' ? {} : { note }),
    ...(sum === '' ? {} : { yuan: Number(sum) }),
  };
}

/** The answer to one ask, by whoever may give it here; the same as by text. */
export function AnswerForm({ request, ask, onEnd }: AnswerFormProps) {
  const words = useWords(REQUESTS);
  const { client, notify } = usePage();
  const [said, setSaid] = useState<Said>({ note: '', yuan: '' });
  const { problem, isBusy, submit } = useSubmitting();
  const body = bodyOf(ask, said);
  const send = async () => {
    if (!body) return;
    await submit(async () => {
      await client.call(answerAsDeskRoute, { params: { id: request }, body });
      notify('success', words.answering.sent);
      onEnd(true);
    });
  };
  return (
    <FormModal
      title={words.answering.title(askedFor(ask, words.ask.kinds))}
      verb={words.answering.send}
      isBusy={isBusy}
      disabled={!body}
      problem={problem}
      fields={{ option: words.answering.option, note: words.answering.note }}
      onSend={() => void send()}
      onCancel={() => onEnd(false)}
    >
      <Fields ask={ask} said={said} onSaid={setSaid} />
    </FormModal>
  );
}

interface FieldsProps {
  readonly ask: ConsoleAsk;
  readonly said: Said;
  readonly onSaid: (said: Said) => void;
}

function Fields({ ask, said, onSaid }: FieldsProps) {
  const words = useWords(REQUESTS).answering;
  const { language, me } = usePage();
  const { option, note, yuan } = said;
  return (
    <SpaceBetween size="m">
      <FormField label={words.option}>
        <RadioGroup
          value={option?.option ?? null}
          items={ask.options.map((one) => ({ value: one.option, label: one.label }))}
          onChange={({ detail }) =>
            onSaid({ ...said, option: ask.options.find((one) => one.option === detail.value) })
          }
        />
      </FormField>
      {option && option.note !== 'none' && (
        <FormField
          label={words.says(option.says ?? words.note, option.note === 'required')}
          description={words.noteHint}
        >
          <Textarea value={note} onChange={({ detail }) => onSaid({ ...said, note: detail.value })} />
        </FormField>
      )}
      {option && takesAid(ask, option) && (
        <FormField label={words.aid(moneyUnit(language, me.town.currency))}>
          <Input
            type="number"
            inputMode="decimal"
            value={yuan}
            onChange={({ detail }) => onSaid({ ...said, yuan: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}
