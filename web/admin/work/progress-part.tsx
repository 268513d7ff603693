import Alert from '@cloudscape-design/components/alert';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWords } from '../page/catalogue.js';
import type { Inspection } from './inspection-part.js';
import { WORK } from './words.js';
import { HeadedPart } from '../shell/headed.js';

const COUNTS = ['drawn', 'called', 'reached', 'checks', 'missed', 'findings'] as const;

/** Checks and calls that are over: made, or missed. */
const overOf = ({ called, made, missed }: Inspection['progress']): number => called + made + missed;

/** How far an inspection has come, in counts and as bars. */
export function ProgressPart({ inspection }: { inspection: Inspection }) {
  const words = useWords(WORK);
  const { progress, state } = inspection;
  const { drawn, checks, made, findings, rectified } = progress;
  const bar = (label: string, part: number, whole: number) => (
    <ProgressBar
      label={label}
      value={whole === 0 ? 0 : Math.round((part / whole) * 100)}
      additionalInfo={words.progress.of(part, whole)}
    />
  );
  const hint = useWhyNothing(inspection);
  return (
    <HeadedPart
      title={words.progress.title}
      description={state === 'closed' ? undefined : words.rounds.updating}
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={3}
          items={COUNTS.map((name) => ({
            label: words.progress.counts[name],
            value: name === 'checks' ? words.progress.of(made, checks) : String(progress[name]),
          }))}
        />
        {drawn + checks > 0 && bar(words.progress.made, overOf(progress), drawn + checks)}
        {findings > 0 && bar(words.progress.rectified, rectified, findings)}
        {hint !== undefined && <Alert type="info">{hint}</Alert>}
      </SpaceBetween>
    </HeadedPart>
  );
}

/** Why there is nothing to do, where there is not. */
function useWhyNothing({ kind, isAssigned, progress, state }: Inspection): string | undefined {
  const words = useWords(WORK).progress;
  if (!isAssigned) return words.beingDrawn;
  if (kind === 'monthly-inspection' && progress.drawn === 0) return words.nobodyToCall;
  if (progress.drawn + progress.checks === 0) return words.nobodyToCheck;
  return state === 'closed' && progress.findings === 0 ? words.allWell : undefined;
}
