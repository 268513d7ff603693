import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { TroubleView } from '../../../contracts/console/trouble.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { useMoments } from '../shell/use-moments.js';
import { useNamesOfUsers } from './use-names-of-users.js';
import { TROUBLE } from './words.trouble.js';

const LOOKS: Readonly<Record<TroubleView['kind'], StatusIndicatorProps.Type>> = {
  retrying: 'warning',
  attention: 'error',
  failed: 'error',
  stopped: 'stopped',
  stuck: 'error',
};

/** That something is stuck, how often it was tried and for how long: "Tried in vain 3 times · for 12 min". */
export function TroubleSign({ trouble }: { trouble: TroubleView }) {
  const { troubles, triedInVain, forSoLong } = useWords(TROUBLE);
  const { whole } = useMoments();
  const { now } = usePage();
  const { kind, failures = 0, since } = trouble;
  const time = since === undefined ? undefined : Math.max(0, now() - Date.parse(since));
  const said = [
    troubles[kind],
    ...(failures > 0 ? [triedInVain(failures)] : []),
    ...(time === undefined ? [] : [forSoLong(whole(time))]),
  ];
  return <StatusIndicator type={LOOKS[kind]}>{said.join(' · ')}</StatusIndicator>;
}

interface Failing {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
}

/** As the service notes a stop: who by their id, and the reason if one was given. */
const STOPPED = /^by (\S+?)(?:: (.*))?$/su;

/** The last error in words: "Timed out: no answer from the table", "Stopped in the console by Li Na: wrong village". */
export function useFailureText(): (failure: Failing) => string {
  const { errors, stoppedBy, because } = useWords(TROUBLE);
  const nameOf = useNamesOfUsers();
  return ({ error, cause }) => {
    const [, who, reason] = error === 'StoppedInTheConsole' ? (STOPPED.exec(cause ?? '') ?? []) : [];
    const named = who === undefined ? error && (errors[error] ?? error) : stoppedBy(nameOf(who));
    const why = who === undefined ? cause : reason;
    return named === undefined || !why ? (named ?? why ?? '') : because(named, why);
  };
}
