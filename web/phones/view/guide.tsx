import { useState } from 'preact/hooks';
import { askedCode } from '../../../domain/codes/asked-code.js';
import type { Keep } from '../../keep.js';
import type { GuidedCase } from '../directory.js';
import { type GuideStep, guideStep } from '../guide.js';
import { offeredOptions } from '../offered-options.js';
import { usePage } from '../page-context.js';
import { pagesOf } from '../pages-of.js';
import type { TextMessage } from '../text-message.js';
import { holderOf, phoneName } from '../whose-phone.js';
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
        <Step guided={guided} step={guideStep(guided, texts)} onPut={onPut} />
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
  readonly guided: GuidedCase;
  readonly step: GuideStep;
  readonly onPut: GuideProps['onPut'];
}

/** Whose turn it is, what they may answer, where to watch the request meanwhile; what is to be pressed stands nearest to the phones. */
function Step({ guided, step, onPut }: StepProps) {
  const { messages, directory, language } = usePage();
  const words = messages.guide;
  const told = () => {
    if (step.kind === 'write') return words.write(step.body);
    if (step.kind === 'wait') return words.wait;
    if (step.kind === 'closed') return words.closed(step.request);
    if (step.phone === guided.resident) return words.own;
    const role = roleText(holderOf(directory, step.phone), language) ?? messages.people.resident;
    return words.answer(phoneName(directory, step.phone), role);
  };
  return (
    <>
      <p role="status">
        {step.kind !== 'closed' && <b>{words.step(step.number, Math.max(step.number, guided.steps))} </b>}
        {told()}
      </p>
      {step.kind === 'answer' && <Options asked={step.asked} />}
      {step.kind !== 'write' && step.request !== undefined && <Elsewhere request={step.request} />}
      {(step.kind === 'write' || step.kind === 'answer') && (
        <div class="row">
          <button type="button" onClick={() => onPut(step.phone, step.body)}>
            {words.put}
          </button>
        </div>
      )}
    </>
  );
}

/** The meaning of each digit in the text that is to be answered. */
function Options({ asked }: { asked: string }) {
  const words = usePage().messages.guide;
  const code = askedCode(asked);
  return (
    <ul class="options" aria-label={words.options}>
      {offeredOptions(asked).map(({ digit, word }) => (
        <li key={digit}>{words.option(digit, word, words.digits[digit] ?? '')}</li>
      ))}
      {code !== undefined && <li>{words.code(code)}</li>}
    </ul>
  );
}

/** The same request on the other pages. */
function Elsewhere({ request }: { request: string }) {
  const { messages, directory } = usePage();
  const { console, signIn, staff } = messages.guide;
  const pages = pagesOf(directory.apiUrl);
  return (
    <p class="elsewhere">
      <span>
        <a href={pages.execution(request)} target="_blank" rel="noreferrer">
          {console}
        </a>{' '}
        {signIn}
      </span>
      <a href={pages.staff} target="_blank" rel="noreferrer">
        {staff}
      </a>
    </p>
  );
}
