import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type ConsoleAsk, type ConsoleRequest, urgeRoute } from '../../../contracts/console/requests.js';
import { CorrectButtons } from '../correcting/correct-buttons.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPart } from '../shell/headed.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useMoments } from '../shell/use-moments.js';
import { usePhones } from '../shell/use-phones.js';
import type { TownNames } from '../town/use-town-names.js';
import { askedFor } from './asked-for.js';
import { AnswerForm } from './answer-form.js';
import { BulkForm } from './bulk-form.js';
import { DepartmentsPart } from './departments-part.js';
import { BOARD } from './words.board.js';
import { REQUEST } from './words.request.js';
import { REQUESTS } from './words.js';

interface NowPartProps {
  readonly request: ConsoleRequest;
  readonly names: TownNames;
  readonly onChanged: () => void;
}

/** While somebody is asked to take it, or works on it. */
const CALLED_TO: ReadonlySet<ConsoleRequest['status']> = new Set(['assigned', 'accepted', 'coordinating']);

/** Who has a request now and what they are asked, with a telephone to call them by and all that can be done about it. */
export function NowPart({ request, names, onChanged }: NowPartProps) {
  const words = useWords(REQUEST).now;
  const { departments, waits } = useWords(REQUESTS);
  const { may } = usePage();
  const open = request.asks.filter(({ state }) => state === 'open');
  const mayCall = may('requests.answer') && CALLED_TO.has(request.status) && request.path !== 'emergency';
  return (
    <HeadedPart title={words.title}>
      <SpaceBetween size="m">
        {open.length === 0 && (
          <Box>{request.waitsFor ? words.waitsFor(waits[request.waitsFor]) : words.nobody}</Box>
        )}
        {open.map((ask) => (
          <Asked key={ask.id} request={request.id} ask={ask} onChanged={onChanged} />
        ))}
        <Acts request={request} names={names} onChanged={onChanged} isAsked={open.some(isOfStaff)} />
        {mayCall && (
          <ExpandableSection headerText={departments.title}>
            <DepartmentsPart id={request.id} onCalled={onChanged} />
          </ExpandableSection>
        )}
      </SpaceBetween>
    </HeadedPart>
  );
}

const isOfStaff = ({ to, kind }: ConsoleAsk): boolean =>
  to !== 'resident' && kind !== 'joined' && kind !== 'place';

interface AskedProps {
  readonly request: string;
  readonly ask: ConsoleAsk;
  readonly onChanged: () => void;
}

/** One who is asked: what, until when, how to call them, and the answer for whoever may give it. */
function Asked({ request, ask, onChanged }: AskedProps) {
  const words = useWords(REQUEST).now;
  const {
    answering,
    ask: { kinds },
  } = useWords(REQUESTS);
  const { now } = usePage();
  const { moment, whole } = useMoments();
  const phoneOf = usePhones();
  const [isAnswering, setAnswering] = useState(false);
  const { to, toName, toPhone, due, mayAnswer } = ask;
  const kind = askedFor(ask, kinds);
  const person = to === 'resident' ? words.resident : (toName ?? to);
  const off = Date.parse(due) - now();
  return (
    <div className="asked">
      <div>
        <b>{words.asked(person, kind)}</b>
        <Box variant="small" display="block">
          {words.until(moment(due))} · {off < 0 ? words.late(whole(-off)) : words.left(whole(off))}
        </Box>
      </div>
      <SpaceBetween direction="horizontal" size="xs">
        {toPhone !== undefined && (
          <Button
            iconName="call"
            href={`tel:${toPhone}`}
            ariaLabel={`${words.call} ${phoneOf(toPhone)} ${person}`}
          >
            {words.call} {phoneOf(toPhone)}
          </Button>
        )}
        {mayAnswer && (
          <Button
            variant="primary"
            ariaLabel={`${answering.open} ${kind}`}
            onClick={() => setAnswering(true)}
          >
            {answering.open}
          </Button>
        )}
      </SpaceBetween>
      {isAnswering && (
        <AnswerForm
          request={request}
          ask={ask}
          onEnd={(isSent) => {
            setAnswering(false);
            if (isSent) onChanged();
          }}
        />
      )}
    </div>
  );
}

/** The acts on a request for whoever may: remind, reassign, put right, add a remark. */
function Acts({ request, names, onChanged, isAsked }: NowPartProps & { isAsked: boolean }) {
  const words = useWords(REQUEST).now;
  const { bulk } = useWords(BOARD);
  const { client, may, notify } = usePage();
  const tellFailure = useFailureNotice();
  const [isReassigning, setReassigning] = useState(false);
  const isOpen = request.closedAt === undefined;
  const remind = () =>
    client.call(urgeRoute, { params: { id: request.id } }).then(({ reminded }) => {
      notify('success', bulk.reminded(reminded.join(' · ')));
      onChanged();
    }, tellFailure);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {may('requests.answer') && isOpen && isAsked && (
        <Button onClick={() => void remind()}>{words.remind}</Button>
      )}
      {may('requests.correct') && isOpen && (
        <Button onClick={() => setReassigning(true)}>{words.reassign}</Button>
      )}
      {may('requests.correct') && <CorrectButtons request={request} names={names} onChanged={onChanged} />}
      {isReassigning && (
        <BulkForm
          act="reassign"
          chosen={[{ id: request.id }]}
          onEnd={(isBegun) => {
            setReassigning(false);
            if (isBegun) onChanged();
          }}
        />
      )}
    </SpaceBetween>
  );
}
