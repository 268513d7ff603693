import { useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import { usePage } from '../page-context.js';
import { type NextName, nextName } from '../what-follows.js';
import { AnswerForm } from './answer-form.js';
import { AskFacts } from './ask-facts.js';
import { Over } from './over.js';
import { ProgrammePart } from './programme-part.js';
import { Recorded } from './recorded.js';
import { useAsk } from './use-ask.js';

/** How answering went. */
type Outcome =
  | { readonly name: 'recorded'; readonly label: string; readonly next: NextName }
  | { readonly name: 'over'; readonly problem: Problem };

/** One ask: what, about whom, until when, and the answer. */
export function AskPage({ link }: { link: string }) {
  const { messages } = usePage();
  const { opened, retry } = useAsk(link);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  if (outcome?.name === 'recorded') return <Recorded label={outcome.label} next={outcome.next} />;
  if (outcome?.name === 'over') return <Over problem={outcome.problem} />;
  switch (opened.name) {
    case 'loading':
      return <p role="status">{messages.ask.loading}</p>;
    case 'unreachable':
      return (
        <p class="notice" role="alert">
          {messages.over.unreachable}{' '}
          <button type="button" class="plain" onClick={retry}>
            {messages.over.retry}
          </button>
        </p>
      );
    case 'over':
      return <Over problem={opened.problem} />;
    case 'open': {
      const { ask } = opened;
      return (
        <article>
          <h1>{messages.kinds[ask.kind]}</h1>
          <ProgrammePart ask={ask} />
          <AskFacts ask={ask} link={link} />
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
  }
}
