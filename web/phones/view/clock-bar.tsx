import { useState } from 'preact/hooks';
import { dayText, timeText } from '../../../contracts/pages/times.js';
import { zoneNote } from '../../../contracts/pages/zone-note.js';
import type { Skip } from '../local-api.js';
import { usePage } from '../page-context.js';

const SKIPS: readonly Skip[] = ['next', 'PT1H', 'P1D', 'P3D'];

export interface ClockBarProps {
  /** The local cloud's time, epoch milliseconds. */
  readonly now: number | undefined;
  readonly onSkipped: () => Promise<void>;
}

/** The town's time, and buttons to skip some of it. */
export function ClockBar({ now, onSkipped }: ClockBarProps) {
  const { messages, api, directory, language } = usePage();
  const { timeZone } = directory.town;
  const [state, setState] = useState<'idle' | 'skipping' | 'failed'>('idle');
  const skip = async (duration: Skip): Promise<void> => {
    if (state === 'skipping') return;
    setState('skipping');
    try {
      await api.skip(duration);
      setState('idle');
    } catch {
      setState('failed');
    }
    await onSkipped();
  };
  const said = { idle: '', skipping: messages.clock.skipping, failed: messages.clock.failed };
  return (
    <div class="clock" role="group" aria-label={messages.clock.label}>
      {now !== undefined && (
        <time dateTime={new Date(now).toISOString()}>
          {dayText(now, language, timeZone)} <b>{timeText(now, language, timeZone)}</b>
        </time>
      )}
      {now !== undefined && <span class="hint">{zoneNote(timeZone, now, language)}</span>}
      {SKIPS.map((duration) => (
        <button
          key={duration}
          type="button"
          aria-disabled={state === 'skipping'}
          onClick={() => void skip(duration)}
        >
          {messages.clock.skip[duration]}
        </button>
      ))}
      <span role="status">{said[state]}</span>
    </div>
  );
}
