import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ConsoleRequest, requestRoute } from '../../../contracts/console/requests.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { FoldedPart } from '../shell/folded-part.js';
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
    <LoadedPart loaded={loaded}>{(request) => <Request request={request} onChanged={changed} />}</LoadedPart>
  );
}

function Request({ request, onChanged }: { request: ConsoleRequest; onChanged: () => void }) {
  const words = useWords(REQUESTS);
  const names = useTownNames();
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={`${names.categoryName(request.category)} · ${words.paths[request.path]}`}
          actions={<RefreshButton onRefresh={onChanged} />}
        >
          {shownNumber(request.id)}
        </Header>
      }
    >
      <Parts request={request} names={names} onChanged={onChanged} />
    </ContentLayout>
  );
}

interface PartsProps {
  readonly request: ConsoleRequest;
  readonly names: TownNames;
  readonly onChanged: () => void;
}

/** What is to be done first, then what it is about, then what happened; what is seldom looked at is folded. */
function Parts({ request, names, onChanged }: PartsProps) {
  const { may } = usePage();
  const texts = useWords(TEXTS);
  const { id } = request;
  return (
    <SpaceBetween size="l">
      {request.callList && <CallListPart request={id} list={request.callList} onChanged={onChanged} />}
      <NowPart request={request} names={names} onChanged={onChanged} />
      <FourStepsPart request={request} />
      {request.photos && <PhotosPart id={id} photos={request.photos} />}
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
