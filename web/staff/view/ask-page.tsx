import { useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import { askRoute } from '../../../contracts/staff/ask.js';
import { correctAskRoute, remarkAskRoute } from '../../../contracts/staff/correcting.js';
import { usePage } from '../page-context.js';
import { nextName, type NextName } from '../what-follows.js';
import { AnswerForm } from './answer-form.js';
import { AsOf } from './as-of.js';
import { AskFacts } from './ask-facts.js';
import { CorrectPart } from './correct-part.js';
import { DepartmentsPart } from './departments-part.js';
import { Opening } from './opening.js';
import { Over } from './over.js';
import { PhotosLater } from './photos-later.js';
import { ProgrammePart } from './programme-part.js';
import { Recorded } from './recorded.js';
import { labelOf } from './use-answer.js';
import { useOpened } from './use-opened.js';
import { useOutbox } from './use-outbox.js';
import { WaitingAnswer } from './waiting-answer.js';

/** How answering went. */
type Outcome =
  | { readonly name: 'recorded'; readonly label: string; readonly next: NextName }
  | { readonly name: 'over'; readonly problem: Problem };

/** One ask: what, about whom, until when, and the answer. */
export function AskPage({ link }: { link: string }) {
  const { messages } = usePage();
  const { opened, retry } = useOpened(askRoute, link);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const outbox = useOutbox();
  const mine = outbox.items().filter((item) => item.link === link);
  const kept = mine.find(({ answered }) => answered === undefined);
  /** Whether the form is there: it stays while what it says is kept and sent. */
  const [isWriting, setWriting] = useState(kept === undefined || kept.refused !== undefined);
  const [before, setBefore] = useState(kept);
  // It was recorded before, and only its photos are left.
  const [recorded] = useState(mine.find(({ answered }) => answered !== undefined)?.answered);
  // It was kept before, and went by itself.
  const sent = isWriting ? undefined : outbox.sent().find(({ item }) => item.link === link);
  if (outcome?.name === 'recorded') return <Recorded link={link} label={outcome.label} next={outcome.next} />;
  if (sent) return <Recorded link={link} label={labelOf(sent.answer)} />;
  if (recorded !== undefined) return <Recorded link={link} label={labelOf(recorded)} />;
  if (outcome?.name === 'over') return <Over problem={outcome.problem} />;
  if (opened.name === 'over')
    return (
      <>
        <Over problem={opened.problem} />
        <PhotosLater link={link} answered={opened.problem.answered} />
      </>
    );
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const { value: ask, asOf } = opened;
  const change = (): void => {
    setBefore(kept);
    setWriting(true);
    // Not to be sent while it is being changed: the form has it.
    outbox.takeBack(link);
  };
  return (
    <article>
      <h1>{messages.kinds[ask.kind]}</h1>
      <AsOf at={asOf} onRetry={retry} />
      {kept && !isWriting && <WaitingAnswer item={kept} onChange={change} />}
      <AskFacts ask={ask} link={link} />
      <ProgrammePart ask={ask} />
      {ask.departments && (
        <section class="panel">
          <DepartmentsPart departments={ask.departments} />
        </section>
      )}
      {ask.mayCorrect && <CorrectAsked link={link} onCorrected={retry} />}
      {isWriting && (
        <AnswerForm
          key={ask.id}
          ask={ask}
          link={link}
          before={before}
          onRecorded={(option, label) =>
            setOutcome({ name: 'recorded', label, next: nextName(ask.kind, option) })
          }
          onWaiting={() => setWriting(false)}
          onOver={(problem) => setOutcome({ name: 'over', problem })}
        />
      )}
    </article>
  );
}

/** The request of an ask is put right beside it, by the same signature. */
function CorrectAsked({ link, onCorrected }: { link: string; onCorrected: () => void }) {
  const { api, messages, language } = usePage();
  const beside = (what: string): string => link.replace(/^(\/asks\/[^/?]+)/, `$1/${what}`);
  return (
    <CorrectPart
      of="ask"
      heading={messages.correcting.heading}
      correct={(body) => api.call(correctAskRoute, { link: beside('corrections'), body, language })}
      remark={(body) => api.call(remarkAskRoute, { link: beside('remarks'), body, language })}
      onCorrected={onCorrected}
    />
  );
}
