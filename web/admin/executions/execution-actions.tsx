import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import {
  type ExecutionView,
  redriveRoute,
  retryRoute,
  stopRoute,
} from '../../../contracts/console/executions.js';
import { usePage } from '../page/page-context.js';
import { Confirm } from '../shell/confirm.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useWords } from '../page/catalogue.js';
import { executionPath } from './execution-path.js';
import { EXECUTIONS } from './words.js';

type Act = 'redrive' | 'retry' | 'stop';

interface ActionsProps {
  readonly execution: ExecutionView;
  readonly onChanged: () => void;
}

/** The possible acts: redrive or retry a failed one, stop a running one. Each is confirmed. */
export function ExecutionActions({ execution, onChanged }: ActionsProps) {
  const words = useWords(EXECUTIONS);
  const { may } = usePage();
  const [asked, setAsked] = useState<Act>();
  const isRunning = execution.status === 'RUNNING';
  const mayAct = may('executions.act');
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {execution.awsConsoleUrl !== undefined && (
        <Button href={execution.awsConsoleUrl} iconName="external" target="_blank" rel="noreferrer">
          {words.awsConsole}
        </Button>
      )}
      <RefreshButton onRefresh={onChanged} />
      {mayAct && isRunning && <Button onClick={() => setAsked('stop')}>{words.stop}</Button>}
      {mayAct && execution.isRetriable && (
        <Button variant={execution.isRedrivable ? 'normal' : 'primary'} onClick={() => setAsked('retry')}>
          {words.retry}
        </Button>
      )}
      {mayAct && execution.isRedrivable && (
        <Button variant="primary" onClick={() => setAsked('redrive')}>
          {words.redrive}
        </Button>
      )}
      {asked && (
        <Asking act={asked} execution={execution} onEnd={() => setAsked(undefined)} onChanged={onChanged} />
      )}
    </SpaceBetween>
  );
}

interface AskingProps extends ActionsProps {
  readonly act: Act;
  readonly onEnd: () => void;
}

function Asking({ act, execution, onEnd, onChanged }: AskingProps) {
  const words = useWords(EXECUTIONS);
  const { client, notify, go } = usePage();
  const tellFailure = useFailureNotice();
  const [cause, setCause] = useState('');
  const said = {
    redrive: {
      question: words.redriveQuestion,
      hint: words.redriveHint,
      verb: words.redrive,
      done: words.redriven,
    },
    retry: { question: words.retryQuestion, hint: words.retryHint, verb: words.retry, done: words.retried },
    stop: { question: words.stopQuestion, hint: words.stopHint, verb: words.stop, done: words.stopped_ },
  }[act];
  const carryOut = async () => {
    try {
      const params = { machine: execution.machine, name: execution.name };
      const acted =
        act === 'stop'
          ? await client.call(stopRoute, { params, body: cause === '' ? {} : { cause } })
          : await client.call(act === 'retry' ? retryRoute : redriveRoute, { params });
      notify('success', said.done);
      if (acted.name !== execution.name) return go(executionPath(acted));
    } catch (error) {
      tellFailure(error);
    }
    onEnd();
    onChanged();
  };
  return (
    <Confirm question={said.question} verb={said.verb} onConfirm={carryOut} onCancel={onEnd}>
      <SpaceBetween size="m">
        {said.hint}
        {act === 'stop' && (
          <FormField label={words.stopReason}>
            <Input value={cause} onChange={({ detail }) => setCause(detail.value)} />
          </FormField>
        )}
      </SpaceBetween>
    </Confirm>
  );
}
