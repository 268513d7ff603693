import Alert from '@cloudscape-design/components/alert';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useMemo } from 'react';
import type { ExecutionView, HistoryEvent } from '../../../contracts/console/executions.js';
import { troubleOf } from '../../../domain/executions/trouble.js';
import { isObject, parseJson } from '../../json.js';
import type { Language } from '../../../domain/words/language.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPart } from '../shell/headed.js';
import { PageLink } from '../shell/page-link.js';
import { RequestLink } from '../shell/request-link.js';
import { useMoments } from '../shell/use-moments.js';
import { executionPath } from './execution-path.js';
import { executionTitle } from './execution-title.js';
import { JsonText } from './json-text.js';
import { ExecutionStatusLabel } from './status-label.js';
import { TroubleSign, useFailureText } from './trouble-sign.js';
import { EXECUTIONS } from './words.js';
import { SINGLE } from './words.single.js';

interface InTroubleProps {
  readonly events: readonly HistoryEvent[];
  readonly status: ExecutionView['status'];
  readonly standing: string | undefined;
}

/** While it runs: that a step is tried again, or the duty desk asked, and the last error. */
export function InTrouble({ events, status, standing }: InTroubleProps) {
  const failureText = useFailureText();
  const trouble = useMemo(
    () => (status === 'RUNNING' ? troubleOf(events.toReversed(), { status, standing }) : undefined),
    [events, status, standing],
  );
  if (!trouble) return undefined;
  const { kind, since, failures } = trouble;
  return (
    <div>
      <TroubleSign trouble={{ kind, since, failures }} />
      <div className="failure">{failureText(trouble)}</div>
    </div>
  );
}

const requestOf = (input: string): string | undefined => {
  const value = parseJson(input);
  return isObject(value) && typeof value['request'] === 'string' ? value['request'] : undefined;
};

/** A link to another execution of the same machine, where there is one. */
function linkTo(label: string, { machine }: ExecutionView, name: string | undefined, language: Language) {
  if (name === undefined) return [];
  const title = executionTitle(name, language);
  return [{ label, value: <PageLink to={executionPath({ machine, name })}>{title}</PageLink> }];
}

interface OverviewProps {
  readonly execution: ExecutionView;
  readonly standing: string;
  readonly children: ReactNode;
}

/** How it stands, when it began and ended, what it belongs to, what went in and came out. */
export function ExecutionOverview({ execution, standing, children }: OverviewProps) {
  const words = useWords(EXECUTIONS);
  const failureText = useFailureText();
  const single = useWords(SINGLE);
  const { language } = usePage();
  const { moment } = useMoments();
  const request = execution.request ?? requestOf(execution.input);
  return (
    <HeadedPart title={standing === '' ? words.overview : standing}>
      <SpaceBetween size="m">
        {children}
        <KeyValuePairs
          columns={4}
          items={[
            { label: words.status, value: <ExecutionStatusLabel status={execution.status} /> },
            { label: words.started, value: moment(execution.startedAt) },
            {
              label: words.stopped,
              value: execution.stoppedAt === undefined ? words.running : moment(execution.stoppedAt),
            },
            ...(request === undefined ? [] : [{ label: words.request, value: <RequestLink id={request} /> }]),
            ...linkTo(words.retryOf, execution, execution.retryOf, language),
            ...linkTo(words.retriedAs, execution, execution.retriedAs, language),
            ...(execution.redrives > 0 ? [{ label: words.redrives, value: execution.redrives }] : []),
            { label: single.arn, value: <CopyArn arn={execution.arn} /> },
          ]}
        />
        {execution.error !== undefined && <Alert type="error">{failureText(execution)}</Alert>}
        {execution.whyNotRetriable !== undefined && (
          <Alert header={words.notRetriable}>{execution.whyNotRetriable}</Alert>
        )}
        <ExpandableSection headerText={words.data}>
          <ColumnLayout columns={2}>
            <JsonText text={execution.input} label={words.input} />
            {execution.output === undefined ? (
              words.noOutput
            ) : (
              <JsonText text={execution.output} label={words.output} />
            )}
          </ColumnLayout>
        </ExpandableSection>
      </SpaceBetween>
    </HeadedPart>
  );
}

function CopyArn({ arn }: { arn: string }) {
  const words = useWords(SINGLE);
  return (
    <CopyToClipboard
      variant="inline"
      textToCopy={arn}
      textToDisplay={arn.slice(arn.lastIndexOf(':') + 1)}
      copyButtonAriaLabel={words.copyArn}
      copySuccessText={words.copied}
      copyErrorText={words.notCopied}
    />
  );
}
