import Box from '@cloudscape-design/components/box';
import StatusIndicator from '@cloudscape-design/components/status-indicator';

const LOOKS = {
  done: 'success',
  here: 'in-progress',
  broken: 'error',
  ahead: 'pending',
  skipped: 'stopped',
} as const;

export interface ShownStep {
  readonly id: string;
  readonly name: string;
  readonly status: keyof typeof LOOKS;
  /** How it stands, in words. */
  readonly said: string;
}

/** The steps of something side by side, in their order, and which of them it is in. */
export const StepBar = ({ label, steps }: { label: string; steps: readonly ShownStep[] }) => (
  <ol className="four-steps" aria-label={label}>
    {steps.map(({ id, name, status, said }, index) => (
      <li
        key={id}
        className={`step-${status}`}
        {...(status === 'here' || status === 'broken' ? { 'aria-current': 'step' } : {})}
      >
        <Box variant="strong">{`${index + 1} ${name}`}</Box>
        <div>
          <StatusIndicator type={LOOKS[status]}>{said}</StatusIndicator>
        </div>
      </li>
    ))}
  </ol>
);
