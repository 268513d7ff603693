import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import { type ConsoleRequest, requestRoute } from '../../../contracts/console/requests.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FoldedPart } from '../shell/folded-part.js';
import { HeadedPage } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { AskTable } from './ask-table.js';
import { BillPart } from '../bill/bill-part.js';
import { CallListPart } from '../emergencies/call-list-part.js';
import { CorrectionPart } from '../reading/correction-part.js';
import { CoordinationPart } from './coordination-part.js';
import { ExecutionsPart } from './executions-part.js';
import { FourStepsPart } from './four-steps-part.js';
import { NowPart } from './now-part.js';
import { PaperButtons } from './paper-buttons.js';
import { PersonPart } from './person-part.js';
import { PetitionPart } from './petition-part.js';
import { PhotosPart } from './photos-part.js';
import { RequestOverview } from './request-overview.js';
import { ReviewPart } from '../emergencies/review-part.js';
import { TextsPart } from './texts-part.js';
import { TimelinePart } from './timeline-part.js';
import { TEXTS } from '../texts/words.js';
import { type TownNames, useTownNames } from '../town/use-town-names.js';
import { REQUESTS } from './words.js';

/** One request whole: who has it now, where it stands, what happened, and, for whoever may, the person behind it. */
export function RequestPage({ parts }: PageProps) {
  const { id = '' } = parts;
  const { lookAgain } = usePage();
  const loaded = useLoaded(requestRoute, { params: { id } });
  const changed = () => {
    loaded.reload();
    lookAgain();
  };
  return (
    <LoadedPart loaded={loaded}>
      {(request) => <Request request={request} reload={loaded.reload} onChanged={changed} />}
    </LoadedPart>
  );
}

/** Milliseconds after the beginning of a step: its workflow needs moments to ask somebody. Then people look again. */
const LOOK_AGAIN = [1500, 3000, 6000, 12_000];

/** Looks again a few times while the workflow is between two steps, so that whoever took a call sees who is asked. */
function useUntilAsked(request: ConsoleRequest, reload: () => void): void {
  const looks = useRef(0);
  const isBetween = request.closedAt === undefined && request.asks.every(({ state }) => state !== 'open');
  useEffect(() => {
    const after = LOOK_AGAIN[looks.current];
    if (!isBetween || after === undefined) return undefined;
    looks.current += 1;
    const timer = setTimeout(reload, after);
    return () => clearTimeout(timer);
  }, [request, isBetween, reload]);
}

interface RequestProps {
  readonly request: ConsoleRequest;
  readonly reload: () => void;
  readonly onChanged: () => void;
}

function Request({ request, reload, onChanged }: RequestProps) {
  useUntilAsked(request, reload);
  const words = useWords(REQUESTS);
  const names = useTownNames();
  return (
    <HeadedPage
      title={shownNumber(request.id)}
      description={`${names.categoryName(request.category)} · ${words.paths[request.path]}`}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <PaperButtons request={request} />
          <RefreshButton onRefresh={onChanged} />
        </SpaceBetween>
      }
    >
      <Parts request={request} names={names} onChanged={onChanged} />
    </HeadedPage>
  );
}

interface PartsProps {
  readonly request: ConsoleRequest;
  readonly names: TownNames;
  readonly onChanged: () => void;
}

/** First what is to be done, then what it is about, then its events; the parts seldom looked at are folded. */
function Parts({ request, names, onChanged }: PartsProps) {
  const { may } = usePage();
  const texts = useWords(TEXTS);
  const { id } = request;
  return (
    <SpaceBetween size="l">
      {request.callList && <CallListPart request={id} list={request.callList} onChanged={onChanged} />}
      <NowPart request={request} names={names} onChanged={onChanged} />
      <FourStepsPart request={request} />
      {request.photos && <PhotosPart request={request} photos={request.photos} onChanged={onChanged} />}
      {may('people.read') && <PersonPart id={id} />}
      <RequestOverview request={request} names={names} />
      {request.coordination && <CoordinationPart coordination={request.coordination} />}
      {request.petition && <PetitionPart petition={request.petition} />}
      <TimelinePart request={request} />
      {request.review && <ReviewPart review={request.review} />}
      <AskTable request={request} />
      {may('reading.teach') && <CorrectionPart id={id} names={names} />}
      {may('texts.read') && (
        <FoldedPart title={texts.title}>
          <TextsPart id={id} />
        </FoldedPart>
      )}
      {may('executions.read') && <ExecutionsPart executions={request.executions} />}
      {may('executions.read') && <BillPart id={id} />}
    </SpaceBetween>
  );
}
