import { executionsRoute } from '../../../contracts/console/executions.js';
import type { TroubleView } from '../../../contracts/console/trouble.js';
import { executionPath } from '../executions/execution-path.js';
import { executionTitle } from '../executions/execution-title.js';
import { TroubleSign, useFailureText } from '../executions/trouble-sign.js';
import { TROUBLE } from '../executions/words.trouble.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import { PageLink } from '../shell/page-link.js';

interface RowTroubleProps {
  readonly id: string;
  /** What the record says of it. */
  readonly trouble: TroubleView;
}

/** The workflow of a request does not get on by itself. Whoever may look at executions reads how often it was tried and what failed, and is led there. */
export function RowTrouble({ id, trouble }: RowTroubleProps) {
  const { may } = usePage();
  return may('executions.read') ? <Failing id={id} trouble={trouble} /> : <TroubleSign trouble={trouble} />;
}

function Failing({ id, trouble }: RowTroubleProps) {
  const { value } = useLoaded(executionsRoute, { query: { text: id } });
  const { toExecution } = useWords(TROUBLE);
  const { language } = usePage();
  const failureText = useFailureText();
  const failing = value?.items.find((execution) => execution.trouble !== undefined);
  const found = failing?.trouble;
  return (
    <>
      <TroubleSign trouble={found ?? trouble} />
      {found?.error !== undefined && <div>{failureText(found)}</div>}
      {failing && (
        <div>
          <PageLink
            to={executionPath(failing)}
            label={`${toExecution} ${executionTitle(failing.name, language)}`}
          >
            {toExecution}
          </PageLink>
        </div>
      )}
    </>
  );
}
