import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../problem.js';
import { askRoute } from '../../../contracts/staff/ask.js';
import { correctAskRoute } from '../../../contracts/staff/correcting.js';
import type { Ask } from '../ask.js';
import { besideAsk } from '../beside-ask.js';
import type { Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { nextName, type NextName } from '../what-follows.js';
import { ANSWER_BUTTON } from './answer-button.js';
import { AnswerForm } from './answer-form.js';
import { AsOf } from './as-of.js';
import { AskFacts } from './ask-facts.js';
import { CorrectPart } from './correct-part.js';
import { DepartmentsPart } from './departments-part.js';
import { Fold } from './fold.js';
import { Heading } from './heading.js';
import { Opening } from './opening.js';
import { Over } from './over.js';
import { PhotosLater } from './photos-later.js';
import { Recorded } from './recorded.js';
import { labelOf } from './use-answer.js';
import { useHolding } from './use-holding.js';
import { useOpened } from './use-opened.js';
import { useOutbox } from './use-outbox.js';
import { WaitingAnswer } from './waiting-answer.js';

/** How answering went. */
type Outcome =
  | { readonly name: 'recorded'; readonly label: string; readonly next: NextName }
  | { readonly name: 'over'; readonly problem: Problem };

/** One ask: what, about whom, until when, and the answer. */
export function AskPage({ link }: { link: string }) {
  const { opened, retry } = useOpened(askRoute, link);
  const answering = useAnswering(link);
  const { outcome, held, sent, recorded } = answering;
  if (outcome?.name === 'over') return <Over problem={outcome.problem} />;
  // One and the same while it is held and when it is recorded: what has the focus keeps it.
  if (held || outcome)
    return (
      <Recorded
        link={link}
        label={outcome?.label ?? held?.item.said ?? ''}
        next={outcome?.next}
        isHeld={!outcome}
        onTakeBack={held?.takeBack}
      />
    );
  if (sent) return <Recorded link={link} label={labelOf(sent.answer)} />;
  if (recorded !== undefined) return <Recorded link={link} label={labelOf(recorded)} />;
  if (opened.name === 'over')
    return (
      <>
        <Over problem={opened.problem} />
        <PhotosLater link={link} answered={opened.problem.answered} />
      </>
    );
  if (opened.name !== 'open') return <Opening opened={opened} onRetry={retry} />;
  const { value: ask, asOf } = opened;
  return (
    <OpenAsk
      ask={ask}
      link={link}
      answering={answering}
      asOf={<AsOf at={asOf} onRetry={retry} />}
      onCorrected={retry}
    />
  );
}

type Answering = ReturnType<typeof useAnswering>;

/** How far the answer is: being written, held for a moment, kept without a network, recorded, or too late. */
function useAnswering(link: string) {
  const outbox = useOutbox();
  const holding = useHolding();
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const mine = outbox.items().filter((item) => item.link === link);
  const kept = mine.find(({ answered }) => answered === undefined);
  /** Whether the form is there: it stays while what it says is kept and sent. */
  const [isWriting, setWriting] = useState(kept === undefined || kept.refused !== undefined);
  const [before, setBefore] = useState(kept);
  const [wrong, setWrong] = useState<Problem | undefined>();
  // It was recorded before, and only its photos are left.
  const [recorded] = useState(mine.find(({ answered }) => answered !== undefined)?.answered);
  const write = (item: Waiting | undefined): void => {
    setBefore(item);
    setWriting(true);
  };
  return {
    outcome,
    recorded,
    before,
    wrong,
    isWriting,
    waiting: isWriting ? undefined : kept,
    held: holding.held && {
      item: holding.held,
      takeBack: holding.isOver ? undefined : () => write(holding.takeBack()),
    },
    // It was kept before, and went by itself.
    sent: isWriting ? undefined : outbox.sent().find(({ item }) => item.link === link),
    hold: holding.hold,
    onWaiting: () => {
      holding.release();
      setWriting(false);
    },
    onWrong: (item: Waiting, problem: Problem) => {
      holding.release();
      setWrong(problem);
      write(item);
    },
    onOutcome: setOutcome,
    onChange: () => {
      write(kept);
      // Not to be sent while it is being changed: the form has it.
      outbox.takeBack(link);
    },
  };
}

interface OpenAskProps {
  readonly ask: Ask;
  readonly link: string;
  readonly answering: Answering;
  readonly asOf: ComponentChildren;
  readonly onCorrected: () => void;
}

function OpenAsk({ ask, link, answering, asOf, onCorrected }: OpenAskProps) {
  const { messages } = usePage();
  const { waiting, isWriting, onOutcome } = answering;
  const beside = (words: ComponentChildren, opensFor?: unknown) => (
    <>
      {ask.departments && (
        <section class="panel">
          <DepartmentsPart departments={ask.departments} />
        </section>
      )}
      {ask.mayCorrect ? (
        <CorrectAsked link={link} opensFor={opensFor} onCorrected={onCorrected}>
          {words}
        </CorrectAsked>
      ) : (
        words && (
          <Fold heading={messages.answer.addWords} opensFor={opensFor}>
            {words}
          </Fold>
        )
      )}
    </>
  );
  return (
    <article>
      <Heading>{messages.kinds[ask.kind]}</Heading>
      {isWriting && <ToAnswer />}
      {asOf}
      {waiting && <WaitingAnswer item={waiting} onChange={answering.onChange} />}
      <AskFacts ask={ask} link={link} />
      {isWriting ? (
        <AnswerForm
          key={ask.id}
          ask={ask}
          link={link}
          before={answering.before}
          wrong={answering.wrong}
          hold={answering.hold}
          onRecorded={(option, label) =>
            onOutcome({ name: 'recorded', label, next: nextName(ask.kind, option) })
          }
          onWaiting={answering.onWaiting}
          onWrong={answering.onWrong}
          onOver={(problem) => onOutcome({ name: 'over', problem })}
          beside={beside}
        />
      ) : (
        beside(undefined)
      )}
    </article>
  );
}

/** By keyboard the answer is one step from the heading, whatever stands between. */
function ToAnswer() {
  const { messages } = usePage();
  const onClick = (event: MouseEvent): void => {
    event.preventDefault();
    document.getElementById(ANSWER_BUTTON)?.focus();
  };
  return (
    <a class="skip" href={`#${ANSWER_BUTTON}`} onClick={onClick}>
      {messages.answer.toAnswer}
    </a>
  );
}

interface CorrectAskedProps {
  readonly link: string;
  readonly opensFor: unknown;
  readonly onCorrected: () => void;
  /** Words on it, where an answer is being written. */
  readonly children: ComponentChildren;
}

/** The request of an ask is put right beside it, by the same signature. */
function CorrectAsked({ link, opensFor, onCorrected, children }: CorrectAskedProps) {
  const { api, messages, language } = usePage();
  return (
    <CorrectPart
      of="ask"
      heading={messages.correcting.heading}
      opensFor={opensFor}
      correct={(body) => api.call(correctAskRoute, { link: besideAsk(link, 'corrections'), body, language })}
      onCorrected={onCorrected}
    >
      {children}
    </CorrectPart>
  );
}
