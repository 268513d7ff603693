import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type FindingsAnswer, findingsRoute } from '../../../contracts/console/work.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Deadline } from '../requests/deadline.js';
import { EmptyTable } from '../shell/empty-table.js';
import { PageLink } from '../shell/page-link.js';
import type { Problem } from '../api/client.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { CheckedPlace } from './checked-place.js';
import type { Check, Inspection } from './inspection-part.js';
import { WORK } from './words.js';

type Said = FindingsAnswer['items'][number];

const LOOKS = { open: 'warning', 're-check': 'pending', rectified: 'success', referred: 'stopped' } as const;

const isFinding = ({ result }: Check): boolean => result === 'failed' || result === 'unsatisfied';

/** Each finding, and beside it who puts it right, until when, how far that is and, once asked for, what was said. */
export function FindingTable({ inspection }: { inspection: Inspection }) {
  const words = useWords(WORK).findings;
  const { said, problem, isBusy, show } = useSaid(inspection);
  const found = inspection.results.filter(isFinding);
  const isSettled = found.some(({ putRight }) => putRight);
  return (
    <>
      {problem && <ProblemAlert problem={problem} onAgain={show} />}
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${found.length})`}
            description={isSettled || found.length === 0 ? words.description : words.notYet}
            actions={
              isSettled && (
                <Button
                  loading={isBusy}
                  disabled={said !== undefined}
                  onClick={show}
                  ariaDescribedby="said-hint"
                >
                  {words.show}
                </Button>
              )
            }
          >
            {words.title}
          </Header>
        }
        footer={isSettled && <Box id="said-hint">{words.hint}</Box>}
        items={found}
        trackBy="task"
        empty={<EmptyTable title={words.none} />}
        columnDefinitions={useColumns(said)}
      />
    </>
  );
}

/** The answers to the findings, once somebody asks for them. */
function useSaid({ kind, date }: Inspection) {
  const { client } = usePage();
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>();
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const show = () => {
    setBusy(true);
    setProblem(undefined);
    client
      .call(findingsRoute, { params: { kind, date } })
      .then(
        ({ items }) => setSaid(new Map(items.map((item) => [item.check, item]))),
        (error: unknown) => setProblem(problemOf(error)),
      )
      .finally(() => setBusy(false));
  };
  return { said, problem, isBusy, show };
}

function useColumns(said: ReadonlyMap<string, Said> | undefined): TableProps.ColumnDefinition<Check>[] {
  const { findings: words, checks, tasks } = useWords(WORK);
  const { language } = usePage();
  return [
    {
      id: 'where',
      header: checks.where,
      isRowHeader: true,
      cell: (check) => (
        <>
          {checks.methods[check.method]} · <CheckedPlace check={check} />
        </>
      ),
    },
    {
      id: 'found',
      header: words.found,
      cell: ({ points = [], result }) =>
        points.length > 0
          ? words.points(points.map((point) => point[language]).join(language === 'en' ? ', ' : '、'))
          : result && tasks.results[result],
    },
    { id: 'by', header: checks.by, cell: ({ by, byName }) => byName ?? by },
    { id: 'who', header: words.who, cell: ({ putRight }) => putRight?.askedName ?? putRight?.asked ?? '–' },
    {
      id: 'until',
      header: tasks.due,
      cell: ({ putRight }) => (putRight?.dueAt ? <Deadline row={{ dueAt: putRight.dueAt }} /> : '–'),
    },
    { id: 'state', header: words.state, cell: (check) => <PutRight check={check} /> },
    ...(said === undefined ? [] : [saidColumn(words.said, said)]),
  ];
}

function PutRight({ check: { putRight, rectification } }: { check: Check }) {
  const words = useWords(WORK).findings;
  if (!putRight || rectification === undefined) return '–';
  return (
    <>
      <StatusIndicator type={LOOKS[putRight.state]}>{words.states[putRight.state]}</StatusIndicator>
      {putRight.failures > 0 && <div>{words.failures(putRight.failures)}</div>}
      <div>
        <PageLink to={`/tasks/${rectification}`}>{rectification}</PageLink>
      </div>
    </>
  );
}

const saidColumn = (header: string, said: ReadonlyMap<string, Said>): TableProps.ColumnDefinition<Check> => ({
  id: 'said',
  header,
  cell: ({ task }) => <SaidWords said={said.get(task)} />,
});

function SaidWords({ said }: { said: Said | undefined }) {
  const words = useWords(WORK).findings;
  const parts = (['words', 'answer', 'recheck'] as const).flatMap((name) => {
    const text = said?.[name];
    return text === undefined ? [] : [{ name, text }];
  });
  if (parts.length === 0) return words.nothingSaid;
  return (
    <div className="words">
      {parts.map(({ name, text }) => (
        <div key={name}>
          <b>{words.words[name]}</b> {text}
        </div>
      ))}
    </div>
  );
}
