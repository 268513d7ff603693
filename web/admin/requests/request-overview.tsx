import { moneyText } from '../../../domain/words/money-text.js';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPart } from '../shell/headed.js';
import { PageLink } from '../shell/page-link.js';
import { type Pair, pair } from '../shell/pair.js';
import { RequestLink } from '../shell/request-link.js';
import { useMoments } from '../shell/use-moments.js';
import { Deadline } from './deadline.js';
import type { TownNames } from '../town/use-town-names.js';
import { REQUESTS } from './words.js';

/** Where a request stands, whose it is, and by when. */
export function RequestOverview({ request, names }: { request: ConsoleRequest; names: TownNames }) {
  const words = useWords(REQUESTS);
  return (
    <HeadedPart title={words.overview}>
      <KeyValuePairs columns={4} items={[...useStanding(request, names), ...useResults(request)]} />
    </HeadedPart>
  );
}

function useStanding(request: ConsoleRequest, { villageName }: TownNames): Pair[] {
  const words = useWords(REQUESTS);
  const { moment } = useMoments();
  const { status, closedAs, closedAt, grid, village, waitsFor, ownerName, handlerName, channel } = request;
  const place = [
    grid === undefined ? words.unplaced : words.gridNumber(grid),
    village === undefined ? '' : villageName(village),
  ];
  return [
    ...pair(words.status, closedAs ? words.closedAs[closedAs] : words.statuses[status]),
    ...(closedAt === undefined
      ? pair(words.due, <Deadline row={request} />)
      : pair(words.closed, moment(closedAt))),
    ...pair(words.waitsFor, waitsFor && words.waits[waitsFor]),
    ...pair(words.owner, ownerName ?? words.nobody),
    ...pair(words.handler, handlerName),
    ...pair(words.place, place.filter((part) => part !== '').join(' · ')),
    ...pair(words.created, moment(request.createdAt)),
    ...pair(words.channel, words.channels[channel]),
  ];
}

function useResults(request: ConsoleRequest): Pair[] {
  const words = useWords(REQUESTS);
  const { language, me } = usePage();
  const { moment } = useMoments();
  const { outcome, yuan, duplicateOf, joinedTo, causes = [], followUps, pauses } = request;
  const link = (id: string | undefined) => id && <RequestLink id={id} />;
  const said =
    outcome && [words.outcomes[outcome.as], outcome.reason].filter((part) => part !== undefined).join(' · ');
  const paused = pauses.map(({ from, to, why }) =>
    [words.pauseReasons[why], moment(from), to === undefined ? words.still : words.until(moment(to))].join(
      ' · ',
    ),
  );
  return [
    ...pair(words.outcome, said),
    ...pair(words.aid, yuan === undefined ? undefined : moneyText(yuan, language, me.town.currency)),
    ...pair(words.duplicateOf, link(duplicateOf)),
    ...pair(words.joinedTo, link(joinedTo)),
    ...pair(
      words.causes,
      causes.length > 0
        ? causes.map((id) => (
            <PageLink key={id} to={`/tasks/${id}`}>
              {shownNumber(id)}
            </PageLink>
          ))
        : undefined,
    ),
    ...pair(words.followUps, followUps?.join(' · ')),
    ...pair(words.pauses, paused.join(' / ')),
    ...pair(words.townVersion, request.townVersion),
  ];
}
