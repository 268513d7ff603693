import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type TaskAnswer, taskRoute } from '../../../contracts/console/work.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { executionPath } from '../executions/execution-path.js';
import { executionTitle } from '../executions/execution-title.js';
import { usePage } from '../page/page-context.js';
import { Deadline } from '../requests/deadline.js';
import { HeadedPage, HeadedPart } from '../shell/headed.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { type Pair, pair } from '../shell/pair.js';
import { PageLink } from '../shell/page-link.js';
import { RequestLink } from '../shell/request-link.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { TaskTimeline } from './task-timeline.js';
import { WORK } from './words.js';

/** One task of the staff whole. */
export function TaskPage({ parts }: PageProps) {
  const { id = '' } = parts;
  const loaded = useLoaded(taskRoute, { params: { id } });
  return <LoadedPart loaded={loaded}>{(task) => <Shown task={task} />}</LoadedPart>;
}

function Shown({ task }: { task: TaskAnswer }) {
  const words = useWords(WORK).tasks;
  const { language } = usePage();
  return (
    <HeadedPage title={task.title[language]} description={words.kinds[task.kind]}>
      <SpaceBetween size="l">
        <HeadedPart title={words.overview}>
          <KeyValuePairs columns={4} items={[...useStanding(task), ...useBackground(task)]} />
        </HeadedPart>
        <TaskTimeline task={task} />
      </SpaceBetween>
    </HeadedPage>
  );
}

function useStanding(task: TaskAnswer): Pair[] {
  const words = useWords(WORK).tasks;
  const { moment } = useMoments();
  const { result, dueAt, closedAt, asked, askedName, silences, failures, note } = task;
  return [
    ...pair(words.result, result && words.results[result]),
    ...(closedAt === undefined
      ? pair(words.due, <Deadline row={{ dueAt }} />)
      : pair(words.closed, moment(closedAt))),
    ...pair(words.asked, askedName ?? asked),
    ...pair(words.silences, silences || undefined),
    ...pair(words.failures, failures || undefined),
    ...pair(words.note, note),
  ];
}

function useBackground(task: TaskAnswer): Pair[] {
  const words = useWords(WORK).tasks;
  const { language, may } = usePage();
  const { grid, department, request, requests = [], finding, responsible, responsibleName, execution } = task;
  const found = finding && [...finding.points.map((point) => point[language]), finding.words];
  return [
    ...pair(words.place, grid === undefined ? department : words.grid(grid)),
    ...pair(words.request, request && <RequestLink id={request} />),
    ...pair(
      words.requests,
      requests.length > 0 ? requests.map((id) => <RequestLink key={id} id={id} />) : undefined,
    ),
    ...pair(words.finding, found?.filter((part) => part !== undefined).join(' · ')),
    ...pair(words.foundBy, finding && (finding.byName ?? finding.by)),
    ...pair(words.responsible, responsibleName ?? responsible),
    ...(may('executions.read')
      ? pair(
          words.execution,
          <PageLink to={executionPath(execution)}>{executionTitle(execution.name, language)}</PageLink>,
        )
      : []),
  ];
}
