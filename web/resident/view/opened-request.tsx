import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { isOver } from '../../../contracts/resident/tracked-request.js';
import { takesRemarks } from '../../../contracts/resident/may-add.js';
import { AskForm } from './ask-form.js';
import { NewsPart } from './news-part.js';
import { LooksPart, OwnWords, useOwn } from './own-part.js';
import { PageLink } from './page-link.js';
import { PhotoConsent } from './photo-consent.js';
import { Receipt } from './receipt.js';
import { RemarkPart } from './remark-part.js';
import { RequestFacts } from './request-facts.js';
import { RequestPhotos } from './request-photos.js';
import { StepList } from './step-list.js';
import { Timeline } from './timeline.js';
import { TrackForm } from './track-form.js';
import { useTracked } from './use-tracked.js';
import { WorkPhotos } from './work-photos.js';
import { WithdrawPart } from './withdraw-part.js';

export interface OpenedRequestProps {
  readonly id: string;
  readonly trackingKey: string;
  readonly received: boolean;
}

/** One request as its resident sees it: who owns it, what is next, what was asked, what happened. */
export function OpenedRequest({ id, trackingKey, received }: OpenedRequestProps) {
  const { messages, language, now } = usePage();
  const { request, failure, readAt, lookOften } = useTracked(id, trackingKey);
  const own = useOwn(id, trackingKey);
  if (failure === 'unknown')
    return (
      <>
        <p class="panel summary" role="alert">
          {messages.track.unknown}
        </p>
        <TrackForm />
      </>
    );
  const send = { id, trackingKey, onSent: lookOften };
  return (
    <article>
      {received ? (
        <Receipt id={id} trackingKey={trackingKey} />
      ) : (
        <h1 class="number">{messages.track.request(shownNumber(request?.id ?? id))}</h1>
      )}
      {!request && failure === undefined && <p role="status">{messages.track.loading}</p>}
      {failure === 'unreachable' && <Unreachable onRetry={lookOften} />}
      {request && (
        <>
          <StepList request={request} />
          <RequestFacts request={request} />
          <WorkPhotos id={id} trackingKey={trackingKey} photos={request.workPhotos ?? []} />
          {request.ask && <AskForm key={request.ask.id} ask={request.ask} {...send} />}
          <NewsPart request={request} {...send} />
          {takesRemarks(request, now()) && <RemarkPart {...send} />}
          <OwnWords words={own?.words} />
          <RequestPhotos {...send} photos={request.photos ?? []} takesMore={!isOver(request)} />
          {request.showing && <PhotoConsent showing={request.showing} {...send} />}
          <Timeline lines={request.timeline} readAt={readAt} />
          {own && <LooksPart looks={own.looks} />}
          {!isOver(request) && <WithdrawPart {...send} />}
        </>
      )}
      <p>
        <a href={ofTown(`/plain/r/${id}/data?key=${trackingKey}&lang=${language}`, location.search)}>
          {messages.myData}
        </a>
      </p>
      <p>
        <PageLink href="/track">{messages.track.another}</PageLink>
      </p>
    </article>
  );
}

function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { track } = usePage().messages;
  return (
    <p class="notice" role="alert">
      {track.unreachable}{' '}
      <button type="button" class="plain" onClick={onRetry}>
        {track.retry}
      </button>
    </p>
  );
}
