import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { machineWords } from '../executions/machine-words.js';
import { EXECUTIONS } from '../executions/words.js';
import { executionPath } from '../executions/execution-path.js';
import { executionTitle } from '../executions/execution-title.js';
import { HeadedPart } from '../shell/headed.js';
import { PageLink } from '../shell/page-link.js';
import { REQUESTS } from './words.js';

/** The executions that run, or ran, a request. */
export function ExecutionsPart({ executions }: { executions: ConsoleRequest['executions'] }) {
  const words = useWords(REQUESTS);
  const { executionStatuses } = useWords(EXECUTIONS);
  const { language } = usePage();
  const statusOf = (status: string): string =>
    Object.entries(executionStatuses).find(([name]) => name === status)?.[1] ?? status;
  return (
    <HeadedPart title={words.executions}>
      {executions.length === 0 ? (
        words.noExecutions
      ) : (
        <SpaceBetween size="xs">
          {executions.map((execution) => (
            <div key={`${execution.machine} ${execution.name}`}>
              {machineWords(execution.machine, language).name}{' '}
              <PageLink to={executionPath(execution)}>{executionTitle(execution.name, language)}</PageLink>
              {execution.status !== undefined && ` ${statusOf(execution.status)}`}
            </div>
          ))}
        </SpaceBetween>
      )}
    </HeadedPart>
  );
}
