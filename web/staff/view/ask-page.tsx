import { useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { type NextName, nextName } from '../what-follows.js';
import { AnswerForm } from './answer-form.js';
import { AskFacts } from './ask-facts.js';
import { Opening } from './opening.js';
import { Over } from './over.js';
import { ProgrammePart } from './programme-part.js';
import { Recorded } from './recorded.js';
import { useOpened } from './use-opened.js';

/** How answering went. */
type Outcome =
  | { readonly name: 'recorded'; readonly label: string; readonly next: NextName }
  | { readonly name: 'over'; readonly problem: Problem };

/** One ask: what, about whom, until when, and the answer. */
export function AskPage({ link }: { link: string }) {
  const { messages, api, language } = usePage();
  const { opened, retry } = useOpened<Ask>(link, () => api.ask(link, language));
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  if (outcome?.name === 'recorded') return <Recorded label={outcome.label} next={outcome.next} />;
  if (outcome?.name === 'over') return <Over problem={outcome.problem} />;
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const ask = opened.value;
  return (
    <article>
      <h1>{messages.kinds[ask.kind]}</h1>
      <AskFacts ask={ask} link={link} />
      <ProgrammePart ask={ask} />
      <AnswerForm
        key={ask.id}
        ask={ask}
        link={link}
        onRecorded={(option, label) =>
          setOutcome({ name: 'recorded', label, next: nextName(ask.kind, option) })
        }
        onOver={(problem) => setOutcome({ name: 'over', problem })}
      />
    </article>
  );
}
