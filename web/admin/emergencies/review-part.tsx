import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReviewView } from '../../../contracts/console/calls.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { HeadedPart } from '../shell/headed.js';
import { PageLink } from '../shell/page-link.js';
import { type Pair, pair } from '../shell/pair.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { EMERGENCY } from './words.js';
import { type ReviewRow, reviewRows } from './review-rows.js';

const MINUTE = 60_000;

type Milestone = ReviewView['milestones'][number];

/** An emergency looked back on: how long each step took, who was called and what they said, how it ended. */
export function ReviewPart({ review }: { review: ReviewView }) {
  const words = useWords(EMERGENCY).review;
  return (
    <HeadedPart title={words.title} description={words.hint}>
      <SpaceBetween size="l">
        <KeyValuePairs columns={3} items={useSummary(review)} />
        <Table
          variant="embedded"
          wrapLines
          header={<Header variant="h3">{words.milestones}</Header>}
          columnDefinitions={useMilestoneColumns()}
          items={review.milestones}
          trackBy="milestone"
        />
        <Table
          variant="embedded"
          wrapLines
          header={<Header variant="h3">{words.people}</Header>}
          columnDefinitions={usePeopleColumns()}
          items={reviewRows(review)}
          trackBy="key"
          empty={<EmptyTable title={words.nobodyAsked} />}
        />
      </SpaceBetween>
    </HeadedPart>
  );
}

function useSummary({ ended, silent, joined, task, calledUpAt }: ReviewView): Pair[] {
  const words = useWords(EMERGENCY).review;
  const { language } = usePage();
  const { moment } = useMoments();
  const said = ended && [words.hows[ended.how], ended.byName ?? ended.by, ended.note, moment(ended.at)];
  return [
    ...pair(words.ended, said?.filter((part) => part !== undefined).join(' · ') ?? words.running),
    ...pair(words.silent, silent.length === 0 ? words.none : silent.join(language === 'en' ? ', ' : '、')),
    ...pair(words.calledUp, calledUpAt && moment(calledUpAt)),
    ...pair(
      words.joined,
      joined.length === 0 ? undefined : (
        <>
          {joined.map((id) => (
            <div key={id}>
              <RequestLink id={id} />
            </div>
          ))}
        </>
      ),
    ),
    ...pair(words.task, task && <PageLink to={`/tasks/${task}`}>{words.title}</PageLink>),
  ];
}

function useMilestoneColumns(): TableProps.ColumnDefinition<Milestone>[] {
  const words = useWords(EMERGENCY).review;
  const { moment, duration } = useMoments();
  const minutes = (value: number | undefined) => (value === undefined ? '–' : duration(value * MINUTE));
  return [
    {
      id: 'milestone',
      header: words.milestone,
      isRowHeader: true,
      minWidth: 90,
      cell: ({ milestone }) => words.names[milestone],
    },
    {
      id: 'minutes',
      header: twoHeaders(words.minutes, words.at),
      minWidth: 90,
      cell: ({ minutes: after, at }) => <TwoLines first={minutes(after)} second={at && moment(at)} />,
    },
    {
      id: 'verdict',
      header: twoHeaders(words.verdict, words.limit),
      minWidth: 130,
      cell: (milestone) => (
        <TwoLines
          first={<Verdict {...milestone} />}
          second={milestone.limit !== undefined && minutes(milestone.limit)}
        />
      ),
    },
  ];
}

function Verdict({ at, limit, isLate }: Milestone) {
  const words = useWords(EMERGENCY).review;
  if (isLate)
    return (
      <StatusIndicator wrapText={false} type="error">
        {words.late}
      </StatusIndicator>
    );
  if (at === undefined)
    return (
      <StatusIndicator wrapText={false} type="stopped">
        {words.notReached}
      </StatusIndicator>
    );
  return limit === undefined ? (
    '–'
  ) : (
    <StatusIndicator wrapText={false} type="success">
      {words.inTime}
    </StatusIndicator>
  );
}

const LOOKS = {
  answered: 'success',
  declined: 'warning',
  silent: 'error',
  settled: 'stopped',
  waiting: 'pending',
  told: 'info',
  reached: 'success',
  unreached: 'error',
} as const satisfies Record<ReviewRow['outcome'], string>;

function usePeopleColumns(): TableProps.ColumnDefinition<ReviewRow>[] {
  const { review: words, calls } = useWords(EMERGENCY);
  const { moment, duration } = useMoments();
  const outcomes: Readonly<Record<ReviewRow['outcome'], string>> = {
    ...words.outcomes,
    told: words.told,
    reached: calls.answered,
    unreached: calls.noAnswer,
  };
  const whats = { where: words.where, told: words.toldOnly, call: words.telephone };
  return [
    {
      id: 'person',
      header: twoHeaders(words.person, words.what),
      isRowHeader: true,
      minWidth: 150,
      cell: ({ name, what, kind, at }) => (
        <TwoLines first={name} second={`${what ?? (kind ? whats[kind] : '')} · ${moment(at)}`} />
      ),
    },
    {
      id: 'outcome',
      header: twoHeaders(words.outcome, words.minutes),
      minWidth: 160,
      cell: ({ outcome, minutes, note }) => (
        <TwoLines
          first={
            <StatusIndicator wrapText={false} type={LOOKS[outcome]}>
              {outcomes[outcome]}
            </StatusIndicator>
          }
          second={[minutes === undefined ? undefined : duration(minutes * MINUTE), note]
            .filter((part) => part !== undefined)
            .join(' · ')}
        />
      ),
    },
  ];
}
