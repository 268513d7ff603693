import { useEffect, useMemo, useState } from 'react';
import type { EditProblem, SectionAnswer } from '../../../contracts/console/editing.js';
import { type Entry, written } from '../../../domain/editing/entry.js';
import { entryTitle } from '../../../domain/editing/entry-title.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import type { SectionId } from '../../../domain/editing/section-ids.js';
import { keyOf, SECTION_KEYS } from '../../../domain/editing/section-keys.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useProblemNotice } from '../shell/use-failure-notice.js';
import { addedPhrases, isOfPhrases, movedPhrases, withoutPhrases } from './category-phrases.js';
import type { Draft } from './draft.js';
import { emptyEntry } from './empty-value.js';
import { EntryModal } from './entry-modal.js';
import { EntryTable } from './entry-table.js';
import { errorsIn, freeCode, isCalled, namesWith, type Row, rowsOf } from './section-state.js';
import type { DraftHeld } from './use-draft.js';
import type { Said } from './use-review.js';
import { EDITING } from './words.js';

interface SectionPartProps {
  readonly section: SectionId;
  readonly answer: SectionAnswer;
  readonly held: DraftHeld;
  /** The entry whose form is opened at first. */
  readonly opened: string | undefined;
  readonly problems: readonly EditProblem[];
  readonly ask: (draft: Draft, check: boolean) => Promise<Said>;
  readonly find?: { readonly sought: string; readonly onFind: (sought: string) => void };
}

/** The entries of one section, and the form of the one that is open. */
export function SectionPart(props: SectionPartProps) {
  const { section, answer, held, find } = props;
  const words = useWords(EDITING);
  const { draft, put } = held;
  const names = useMemo(() => namesWith(answer.names, draft), [answer, draft]);
  const rows = useMemo(() => rowsOf(section, answer.entries, draft), [section, answer, draft]);
  const [open, setOpen] = useState(props.opened);
  useEffect(() => setOpen(props.opened), [props.opened]);
  const add = (entry: Entry) => {
    const { keys } = SECTION_KEYS[section];
    const code = keys[0] === 'id' ? { id: freeCode(section, new Set(rows.map(({ key }) => key))) } : {};
    const made = { ...entry, ...code };
    // Without a code of its own it is called by its place until it is saved.
    const key = keyOf(section, made).trim() || `new ${rows.length + 1}`;
    const isTaken = rows.some((row) => row.key === key);
    const free = isTaken ? `${key} ${rows.length + 1}` : key;
    put([{ section, key: free, entry: made }], answer.version);
    setOpen(free);
  };
  /** Puts an entry back to what it was, or takes it out, with the phrases that were typed in its form. */
  const putBack = ({ key, base, entry }: Row, to: Entry | undefined) => {
    const phrases = withoutPhrases(draft, categoryOf(section, entry));
    put([{ section, key, ...(base && { base }), ...(to && { entry: to }) }, ...phrases], answer.version);
  };
  const undo = (one: Row) => putBack(one, one.base);
  const row = rows.find((one) => isCalled(section, one, open));
  return (
    <>
      <EntryTable
        section={section}
        fields={answer.fields}
        rows={rows}
        names={names}
        {...(find && { find })}
        {...(answer.count > answer.entries.length && {
          note: words.more(answer.entries.length, answer.count),
        })}
        onAdd={(from = emptyEntry(answer.fields)) => add(from)}
        onCopy={({ entry }) => add(entry)}
        onEdit={({ key }) => setOpen(key)}
        onTake={(one) => putBack(one, undefined)}
        onUndo={undo}
      />
      {row && row.how !== 'removed' && (
        <OpenEntry
          key={row.key}
          {...props}
          row={row}
          names={names}
          onUndo={undo}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

/** The code of a category, whose phrases are written in its form; of anything else none. */
const categoryOf = (section: SectionId, entry: Entry): string | undefined =>
  section === 'categories' ? written(entry['id']) : undefined;

interface OpenEntryProps extends SectionPartProps {
  readonly row: Row;
  readonly names: ReturnType<typeof namesWith>;
  readonly onUndo: (row: Row) => void;
  readonly onClose: () => void;
}

function OpenEntry(props: OpenEntryProps) {
  const { section, row, names, answer, held, problems, ask, onUndo, onClose } = props;
  const words = useWords(EDITING);
  const { language } = usePage();
  const tellProblem = useProblemNotice();
  const [isBusy, setBusy] = useState(false);
  const { key, base } = row;
  const isOwn = (one: EditProblem): boolean => one.section === section && isCalled(section, row, one.key);
  const category = categoryOf(section, row.entry);
  const [phrases, setPhrases] = useState(() => addedPhrases(held.draft, category).join('\n'));
  const isOfThese = isOfPhrases(held.draft, category);
  const isHere = (one: EditProblem): boolean => isOwn(one) || isOfThese(one);
  const wrongPhrase = problems.find(isOfThese);
  const check = async () => {
    if (!held.draft) return;
    setBusy(true);
    const said = await ask(held.draft, true);
    setBusy(false);
    if (said.kind === 'failed') tellProblem(said.problem);
    else if (said.kind !== 'wrong' || !said.found.some(isHere)) onClose();
  };
  const change = (entry: Entry) => {
    const moved = movedPhrases(held.draft, phrases, { from: category, to: categoryOf(section, entry) });
    held.put([{ section, key, ...(base && { base }), entry: { ...entry } }, ...moved], answer.version);
  };
  const title = base
    ? words.edit(entryTitle(section, base, names)[language])
    : words.add(SECTION_WORDS[section].one[language]);
  return (
    <EntryModal
      section={section}
      fields={answer.fields}
      row={row}
      title={title}
      names={names}
      held={held}
      isBusy={isBusy}
      isWrong={problems.some(isHere)}
      problems={problems}
      errorAt={errorsIn(problems.filter(isOwn))}
      phrases={{
        text: phrases,
        onText: setPhrases,
        error: wrongPhrase && words.said(wrongPhrase.title ?? '', wrongPhrase.message),
      }}
      onChange={change}
      onCheck={() => void check()}
      onDiscard={() => {
        onUndo(row);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
