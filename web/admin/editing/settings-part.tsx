import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import TextFilter from '@cloudscape-design/components/text-filter';
import { useEffect, useMemo, useState } from 'react';
import type { EditProblem, SectionAnswer } from '../../../contracts/console/editing.js';
import { type Entry, isSame } from '../../../domain/editing/entry.js';
import { SECTION_KEYS } from '../../../domain/editing/section-keys.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import { SETTING_AREAS } from '../../../domain/editing/settings-in-words.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useProblemNotice } from '../shell/use-failure-notice.js';
import { EmptyTable } from '../shell/empty-table.js';
import type { Draft } from './draft.js';
import type { FormContext } from './field-props.js';
import { Fields } from './group-input.js';
import { type Area, areasOf, areasWith, namesIn } from './settings-areas.js';
import { errorsIn, namesWith, type Row, rowsOf } from './section-state.js';
import type { DraftHeld } from './use-draft.js';
import type { Said } from './use-review.js';
import { useFirstError } from './use-first-error.js';
import { EDITING } from './words.js';

interface SettingsPartProps {
  readonly answer: SectionAnswer;
  readonly held: DraftHeld;
  /** Whether it was led here by something that is wrong. */
  readonly isLedHere: boolean;
  readonly problems: readonly EditProblem[];
  readonly ask: (draft: Draft, check: boolean) => Promise<Said>;
}

/** All settings as one form in parts, derived from their schema; what is typed is kept as it is typed. */
export function SettingsPart(props: SettingsPartProps) {
  const { answer, held } = props;
  const rows = useMemo(() => rowsOf('settings', answer.entries, held.draft), [answer, held.draft]);
  const [row] = rows;
  return row ? <SettingsForm {...props} row={row} /> : null;
}

function SettingsForm(props: SettingsPartProps & { readonly row: Row }) {
  const { answer, held, row } = props;
  const words = useWords(EDITING);
  const { language } = usePage();
  const [sought, setSought] = useState('');
  const names = useMemo(() => namesWith(answer.names, held.draft), [answer, held.draft]);
  const own = useMemo(() => props.problems.filter(({ section }) => section === 'settings'), [props.problems]);
  const shown = areasWith(areasOf(answer.fields), sought, language);
  const form = useFirstError(own, props.isLedHere);
  const { key, base } = row;
  return (
    <div ref={form}>
      <SpaceBetween size="m">
        <SettingsHead {...props} />
        {own.length > 0 && <Alert type="error">{words.settingsWrong(own.length)}</Alert>}
        <TextFilter
          filteringText={sought}
          filteringPlaceholder={words.findSetting}
          filteringAriaLabel={words.findSetting}
          countText={words.found(shown.reduce((sum, { fields }) => sum + fields.length, 0))}
          onChange={({ detail }) => setSought(detail.filteringText)}
        />
        {shown.length === 0 && <EmptyTable title={words.noSetting} />}
        {shown.map((area) => (
          <AreaPart
            key={area.id}
            area={area}
            row={row}
            isSought={sought !== ''}
            problems={own}
            context={{ entry: row.entry, names, errorAt: errorsIn(own) }}
            onChange={(entry) =>
              held.put(
                [{ section: 'settings', key, ...(base && { base }), entry: { ...entry } }],
                answer.version,
              )
            }
          />
        ))}
      </SpaceBetween>
    </div>
  );
}

function SettingsHead({ answer, held, row, ask }: SettingsPartProps & { readonly row: Row }) {
  const words = useWords(EDITING);
  const { language, notify } = usePage();
  const tellProblem = useProblemNotice();
  const [isBusy, setBusy] = useState(false);
  const { name, hint } = SECTION_WORDS.settings;
  const { key, base } = row;
  const check = async () => {
    if (!held.draft) return;
    setBusy(true);
    const said = await ask(held.draft, true);
    setBusy(false);
    if (said.kind === 'failed') tellProblem(said.problem);
    else if (said.kind !== 'wrong') notify('success', words.right);
  };
  return (
    <Header
      variant="h2"
      description={hint[language]}
      actions={
        row.how && (
          <SpaceBetween direction="horizontal" size="xs">
            <Button
              variant="link"
              onClick={() =>
                held.put([{ section: 'settings', key, base, entry: { ...base } }], answer.version)
              }
            >
              {words.discard}
            </Button>
            <Button loading={isBusy} onClick={() => void check()}>
              {words.check}
            </Button>
          </SpaceBetween>
        )
      }
    >
      {name[language]}
    </Header>
  );
}

interface AreaPartProps {
  readonly area: Area;
  readonly row: Row;
  readonly isSought: boolean;
  readonly problems: readonly EditProblem[];
  readonly context: FormContext;
  readonly onChange: (entry: Entry) => void;
}

/** Open as long as something is sought or wrong in it, else as one wants it. */
function AreaPart({ area, row, isSought, problems, context, onChange }: AreaPartProps) {
  const words = useWords(EDITING);
  const { language } = usePage();
  const [isOpen, setOpen] = useState(false);
  const wrong = problems.filter(({ field }) => area.fields.some(({ name }) => name === field[0])).length;
  const changed = area.fields.filter(({ name }) => !isSame(row.base?.[name], row.entry[name])).length;
  // Opened once for what is wrong: it can be closed again.
  useEffect(() => {
    if (wrong > 0) setOpen(true);
  }, [problems, wrong]);
  return (
    <ExpandableSection
      variant="container"
      headerText={SETTING_AREAS[area.id][language]}
      headerDescription={words.ofArea(namesIn(area, language), { changed, wrong })}
      expanded={isOpen || isSought}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      <Fields
        context={context}
        at={[]}
        fields={area.fields}
        value={row.entry}
        fixed={SECTION_KEYS.settings.keys}
        onChange={onChange}
      />
    </ExpandableSection>
  );
}
