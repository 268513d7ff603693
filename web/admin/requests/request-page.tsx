import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ConsoleRequest, requestRoute } from '../../../contracts/console/requests.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { LoadedPart } from '../shell/loaded-part.js';
import type { PageProps } from '../shell/pages.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { AskTable } from './ask-table.js';
import { BillPart } from '../bill/bill-part.js';
import { CallListPart } from '../emergencies/call-list-part.js';
import { CorrectButtons } from '../correcting/correct-buttons.js';
import { CorrectionPart } from '../reading/correction-part.js';
import { CoordinationPart } from './coordination-part.js';
import { DepartmentsPart } from './departments-part.js';
import { ExecutionsPart } from './executions-part.js';
import { PersonPart } from './person-part.js';
import { PetitionPart } from './petition-part.js';
import { RequestOverview } from './request-overview.js';
import { ReviewPart } from '../emergencies/review-part.js';
import { TextsPart } from './texts-part.js';
import { TimelinePart } from './timeline-part.js';
import { useTownNames } from '../town/use-town-names.js';
import { REQUESTS } from './words.js';

/** One request whole: where it stands, what happened, who was asked, and, for whoever may, the person behind it. */
export function RequestPage({ parts }: PageProps) {
  const { id = '' } = parts;
  const loaded = useLoaded(requestRoute, { params: { id } });
  return (
    <LoadedPart loaded={loaded}>
      {(request) => <Request request={request} onChanged={loaded.reload} />}
    </LoadedPart>
  );
}

/** While somebody is asked to take it, or works on it. */
const CALLED_TO: ReadonlySet<ConsoleRequest['status']> = new Set(['assigned', 'accepted', 'coordinating']);

function Request({ request, onChanged }: { request: ConsoleRequest; onChanged: () => void }) {
  const words = useWords(REQUESTS);
  const { may } = usePage();
  const names = useTownNames();
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          description={`${names.categoryName(request.category)} · ${words.paths[request.path]}`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              {may('requests.correct') && (
                <CorrectButtons request={request} names={names} onChanged={onChanged} />
              )}
              <RefreshButton onRefresh={onChanged} />
            </SpaceBetween>
          }
        >
          {shownNumber(request.id)}
        </Header>
      }
    >
      <SpaceBetween size="l">
        {request.callList && (
          <CallListPart request={request.id} list={request.callList} onChanged={onChanged} />
        )}
        <RequestOverview request={request} names={names} />
        {may('people.read') && <PersonPart id={request.id} />}
        {may('reading.teach') && <CorrectionPart id={request.id} names={names} />}
        {request.coordination && <CoordinationPart coordination={request.coordination} />}
        {may('requests.answer') && CALLED_TO.has(request.status) && request.path !== 'emergency' && (
          <DepartmentsPart id={request.id} onCalled={onChanged} />
        )}
        {request.petition && <PetitionPart petition={request.petition} />}
        {request.review && <ReviewPart review={request.review} />}
        <AskTable request={request} onChanged={onChanged} />
        <TimelinePart request={request} />
        {may('texts.read') && <TextsPart id={request.id} />}
        {may('executions.read') && <ExecutionsPart executions={request.executions} />}
        {may('executions.read') && <BillPart id={request.id} />}
      </SpaceBetween>
    </ContentLayout>
  );
}
