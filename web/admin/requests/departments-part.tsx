import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { callDepartmentsRoute } from '../../../contracts/console/departments.js';
import type { Problem } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { problemOf } from '../page/use-loaded.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { REQUESTS } from './words.js';

/** Calls several departments to a request, by their names as people write them. */
export function DepartmentsPart({ id, onCalled }: { id: string; onCalled: () => void }) {
  const words = useWords(REQUESTS).departments;
  const { client, notify } = usePage();
  const [departments, setDepartments] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const call = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await client.call(callDepartmentsRoute, { params: { id }, body: { departments } });
      notify('success', words.called);
      setDepartments('');
      onCalled();
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SpaceBetween size="s">
      <Box color="text-body-secondary">{words.hint}</Box>
      {problem && <ProblemAlert problem={problem} fields={{ departments: words.names }} />}
      <FormField label={words.names}>
        <Input
          value={departments}
          placeholder={words.example}
          onChange={({ detail }) => setDepartments(detail.value)}
        />
      </FormField>
      <Button disabled={departments.trim() === ''} loading={isBusy} onClick={() => void call()}>
        {words.call}
      </Button>
    </SpaceBetween>
  );
}
