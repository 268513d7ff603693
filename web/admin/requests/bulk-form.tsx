import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { correctRoute } from '../../../contracts/console/corrections.js';
import { urgeRoute } from '../../../contracts/console/requests.js';
import { shownNumber, typedNumber } from '../../../contracts/pages/request-number.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { pause } from '../page/persist.js';
import { problemOf } from '../page/use-loaded.js';
import { Choice } from '../shell/choice.js';
import { FormModal } from '../shell/form-modal.js';
import { usePeopleOptions } from '../town/use-people-options.js';
import { countThrough, notBegun, type Outcomes, refusedIn, runEach, whyRefused } from './run-each.js';
import { BOARD } from './words.board.js';

export type BulkAct = keyof (typeof BOARD)['en']['bulk']['acts'];

/** A request that is acted on, and in a line what it is about and who has it, where its page does not say so. */
export interface Chosen {
  readonly id: string;
  readonly about?: string;
}

export interface BulkFormProps {
  readonly act: BulkAct;
  readonly chosen: readonly Chosen[];
  /** Whether anything was begun. */
  readonly onEnd: (isBegun: boolean) => void;
}

interface Filled {
  readonly to: string;
  readonly first: string;
  readonly reason: string;
}

/** The same done with several requests: what it takes, how far it is, and what came of each. */
export function BulkForm({ act, chosen, onEnd }: BulkFormProps) {
  const ids = chosen.map(({ id }) => id);
  const words = useWords(BOARD).bulk;
  const [filled, setFilled] = useState<Filled>({ to: '', first: '', reason: '' });
  const [outcomes, setOutcomes] = useState<Outcomes>();
  const actOn = useAct(act, filled, ids.length > 1);
  const ofField = useOfField();
  const { language } = usePage();
  const through = outcomes ? countThrough(outcomes) : 0;
  const isOver = through === ids.length;
  const refused = outcomes && isOver ? refusedIn(outcomes) : [];
  const isToFill = outcomes === undefined || refused.length > 0;
  const run = () => {
    const left = outcomes ? refused : ids;
    setOutcomes({ ...outcomes, ...notBegun(left) });
    void runEach(left, actOn, {
      tell: (id, outcome) => setOutcomes((before) => ({ ...before, [id]: outcome })),
      why: (error) => whyRefused(problemOf(error), ofField, language),
      isBusy: (error) => problemOf(error).status === 429,
      pause,
    });
  };
  return (
    <FormModal
      title={words.title(words.acts[act], ids.length)}
      verb={refused.length > 0 ? words.again(refused.length) : isToFill ? words.acts[act] : words.close}
      isBusy={outcomes !== undefined && !isOver}
      isOver={!isToFill}
      {...(outcomes && { leave: words.close })}
      disabled={!isFilled(act, filled)}
      onSend={isToFill ? run : () => onEnd(true)}
      onCancel={() => onEnd(outcomes !== undefined)}
    >
      <Box variant="p">{words.hints[act]}</Box>
      {outcomes && <ProgressBar label={words.progress} value={(through / ids.length) * 100} />}
      {isToFill && <Fields act={act} filled={filled} onFilled={setFilled} />}
      <Rows chosen={chosen} outcomes={outcomes} />
    </FormModal>
  );
}

const isFilled = (act: BulkAct, { to, first, reason }: Filled): boolean =>
  act === 'remind' || (reason.trim() !== '' && (act === 'reassign' ? to : first).trim() !== '');

/** The act on one request, and the words on it. */
function useAct(
  act: BulkAct,
  { to, first, reason }: Filled,
  hasOthers: boolean,
): (id: string) => Promise<string> {
  const words = useWords(BOARD).bulk;
  const { client, language } = usePage();
  return async (id) => {
    if (act === 'remind') {
      const { reminded } = await client.call(urgeRoute, { params: { id } });
      return words.reminded(reminded.join(language === 'en' ? ', ' : '、'));
    }
    if (act === 'join' && hasOthers && id === typedNumber(first)) return words.isFirst;
    const change = act === 'reassign' ? { handler: to } : { joined: typedNumber(first) };
    const { changes } = await client.call(correctRoute, { params: { id }, body: { ...change, reason } });
    return changes.length > 0 ? changes.join(language === 'en' ? '; ' : '；') : words.unchanged;
  };
}

/** What is wrong with a field of the form, by its name there: it stands beside the request that was not changed. */
function useOfField() {
  const words = useWords(BOARD).bulk;
  const names: Readonly<Record<string, string>> = {
    '/handler': words.to,
    '/joined': words.first,
    '/reason': words.reason,
  };
  return (field: string, message: string): string => {
    const name = names[field];
    return name === undefined ? message : words.wrong(name, message);
  };
}

interface FieldsProps {
  readonly act: BulkAct;
  readonly filled: Filled;
  readonly onFilled: (filled: Filled) => void;
}

function Fields({ act, filled, onFilled }: FieldsProps) {
  const words = useWords(BOARD).bulk;
  if (act === 'remind') return undefined;
  const set = (name: keyof Filled) => (value: string) => onFilled({ ...filled, [name]: value });
  return (
    <SpaceBetween size="m">
      {act === 'reassign' ? (
        <StaffChoice label={words.to} value={filled.to} onChange={set('to')} />
      ) : (
        <FormField label={words.first} description={words.firstHint}>
          <Input value={filled.first} onChange={({ detail }) => set('first')(detail.value)} />
        </FormField>
      )}
      <FormField label={words.reason} description={words.reasonHint}>
        <Input value={filled.reason} onChange={({ detail }) => set('reason')(detail.value)} />
      </FormField>
    </SpaceBetween>
  );
}

/** One of the town's staff. */
function StaffChoice(props: { label: string; value: string; onChange: (value: string) => void }) {
  return <Choice {...props} options={usePeopleOptions()} />;
}

const LOOKS = { waiting: 'pending', busy: 'in-progress', done: 'success', refused: 'error' } as const;

interface RowsProps {
  readonly chosen: readonly Chosen[];
  /** Once something was begun. */
  readonly outcomes: Outcomes | undefined;
}

function Rows({ chosen, outcomes }: RowsProps) {
  const words = useWords(BOARD).bulk;
  return (
    <ul className="bulk-rows">
      {chosen.map(({ id, about }) => {
        const outcome = outcomes?.[id];
        return (
          <li key={id}>
            <b>{shownNumber(id)}</b>{' '}
            {outcome && (
              <StatusIndicator type={LOOKS[outcome.state]}>
                {outcome.said ?? words.states[outcome.state]}
              </StatusIndicator>
            )}
            {about !== undefined && (
              <Box variant="small" display="block">
                {about}
              </Box>
            )}
          </li>
        );
      })}
    </ul>
  );
}
