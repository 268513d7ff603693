import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RoundAnswer } from '../../../contracts/console/work.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { CheckTable } from './check-table.js';
import { FindingTable } from './finding-table.js';
import { InspectorTable } from './inspector-table.js';
import { ProgressPart } from './progress-part.js';
import { WORK } from './words.js';

export type Inspection = Extract<RoundAnswer, { results: unknown }>;
export type Check = Inspection['results'][number];

/** How far an inspection is, who has what to do, what was found and how it is put right, and every check. */
export function InspectionPart({ inspection }: { inspection: Inspection }) {
  const words = useWords(WORK).rounds;
  const { go } = usePage();
  const { kind, date, results } = inspection;
  return (
    <SpaceBetween size="l">
      <ProgressPart inspection={inspection} />
      {results.length > 0 && (
        <InspectorTable
          inspection={inspection}
          actions={<Button onClick={() => go(`/rounds/${kind}/${date}/sheets`)}>{words.sheets}</Button>}
        />
      )}
      {results.length > 0 && <FindingTable inspection={inspection} />}
      <CheckTable checks={results} />
    </SpaceBetween>
  );
}
