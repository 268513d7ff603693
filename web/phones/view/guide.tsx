import { useState } from 'preact/hooks';
import type { Keep } from '../../keep.js';
import { guideStep } from '../guide.js';
import { usePage } from '../page-context.js';
import type { TextMessage } from '../text-message.js';
import { roleText } from './people-list.js';

export interface GuideProps {
  readonly keep: Keep;
  readonly texts: readonly TextMessage[];
  /** Opens a phone with these words written on it, ready to be sent. */
  readonly onPut: (phone: string, body: string) => void;
}

const CHOSEN = 'guide';
const HIDDEN = 'hidden';

/** A first case, step by step, for somebody who has just arrived. */
export function Guide({ keep, texts, onPut }: GuideProps) {
  const { messages, directory, language } = usePage();
  const words = messages.guide;
  const [chosen, setChosen] = useState(() => keep.read(CHOSEN) ?? '');
  const choose = (id: string) => {
    keep.write(CHOSEN, id);
    setChosen(id);
  };
  if (chosen === HIDDEN)
    return (
      <p class="guide-closed">
        <button type="button" onClick={() => choose('')}>
          {words.show}
        </button>
      </p>
    );
  const guided = directory.guided.find(({ id }) => id === chosen);
  return (
    <section class="guide" aria-labelledby="guide">
      <div class="guide-head">
        <h2 id="guide">{guided ? guided.title[language] : words.heading}</h2>
        {guided && (
          <button type="button" onClick={() => choose('')}>
            {words.again}
          </button>
        )}
        <button type="button" onClick={() => choose(HIDDEN)}>
          {words.hide}
        </button>
      </div>
      {guided ? (
        <Step step={guideStep(guided, texts)} resident={guided.resident} onPut={onPut} />
      ) : (
        <>
          <p>{words.about}</p>
          <div class="row" role="group" aria-label={words.choose}>
            {directory.guided.map(({ id, title }) => (
              <button key={id} type="button" onClick={() => choose(id)}>
                {title[language]}
              </button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}

interface StepProps {
  readonly step: ReturnType<typeof guideStep>;
  readonly resident: string;
  readonly onPut: GuideProps['onPut'];
}

function Step({ step, resident, onPut }: StepProps) {
  const { messages, directory, language } = usePage();
  const words = messages.guide;
  if (step.kind === 'wait') return <p role="status">{words.wait}</p>;
  if (step.kind === 'closed') return <p role="status">{words.closed(step.request)}</p>;
  const person = directory.people.find(({ phone }) => phone === step.phone);
  const answer =
    step.phone === resident
      ? words.own
      : words.answer(person?.name ?? step.phone, roleText(person, language) ?? messages.people.other);
  return (
    <div class="row">
      <p role="status">
        {step.kind === 'write' ? words.write(step.body) : answer}
        {step.kind === 'answer' && step.answered > 0 && ` (${words.answered(step.answered)})`}
      </p>
      <button type="button" onClick={() => onPut(step.phone, step.body)}>
        {words.put}
      </button>
    </div>
  );
}
