import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FileUpload from '@cloudscape-design/components/file-upload';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import {
  type ImportAnswer,
  type ImportBody,
  type TownProblems,
  importRoute,
} from '../../../contracts/console/town.js';
import type { Problem } from '../api/client.js';
import { problemOf } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Confirm } from '../shell/confirm.js';
import { ExpectedProgress } from '../shell/expected-progress.js';
import { HeadedPart } from '../shell/headed.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { ChangesTable } from './changes-table.js';
import { ProblemTable } from './problem-table.js';
import { townProblemsIn } from './town-problems.js';
import { readChosen, UnreadableFile } from './town-archive.js';
import { inSheets, wrongSheets } from './sheet-problems.js';
import { TABLES } from '../tables/words.js';
import { DATA } from './words.js';

/** A town whose examples are changed learns them anew; one whose are not is done in a few seconds. */
const EXPECTED = 15;

/** The result of the last check or import. */
type Outcome =
  | { readonly kind: 'changes'; readonly changes: ImportAnswer['changes'] }
  | { readonly kind: 'problems'; readonly problems: TownProblems['problems'] }
  | { readonly kind: 'unreadable'; readonly file: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

function outcomeOf(error: unknown): Outcome {
  if (error instanceof UnreadableFile) return { kind: 'unreadable', file: error.file };
  const problem = problemOf(error);
  const problems = townProblemsIn(problem);
  return problems ? { kind: 'problems', problems } : { kind: 'failed', problem };
}

/** The chosen files, and the result of checking or importing them. */
function useImporting(onImported: () => void) {
  const words = useWords(DATA);
  const tables = useWords(TABLES);
  const { client, notify } = usePage();
  const [chosen, setChosen] = useState<readonly File[]>([]);
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const send = async (check: boolean) => {
    // The question goes, so that how far it is can be seen.
    setAsked(false);
    setBusy(true);
    setOutcome(undefined);
    try {
      const read = await readChosen(chosen);
      const wrong = wrongSheets(read, tables);
      if (wrong.length > 0) return setOutcome({ kind: 'problems', problems: wrong });
      const body: ImportBody = { files: read.files, check };
      const answer = await client.call(importRoute, { body }).catch((error: unknown) => {
        throw inSheets(error, read, tables);
      });
      if (check) setOutcome({ kind: 'changes', changes: answer.changes });
      else {
        notify('success', words.imported(answer.version));
        setChosen([]);
        onImported();
      }
    } catch (error) {
      setOutcome(outcomeOf(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (files: readonly File[]) => {
    setChosen(files);
    setOutcome(undefined);
  };
  return { chosen, choose, outcome, isBusy, isAsked, setAsked, send };
}

/** Files in: checked first, with an error per file, row and field; then whole or not at all. */
export function ImportPart({ onImported }: { onImported: () => void }) {
  const words = useWords(DATA);
  const { chosen, choose, outcome, isBusy, isAsked, setAsked, send } = useImporting(onImported);
  return (
    <HeadedPart title={words.importTitle}>
      <SpaceBetween size="m">
        <ChooseFiles chosen={chosen} onChosen={choose} />
        <ImportButtons
          isEmpty={chosen.length === 0}
          isBusy={isBusy}
          onCheck={() => void send(true)}
          onImport={() => setAsked(true)}
        />
        {isBusy && <Checking count={chosen.length} />}
        {outcome && <OutcomePart outcome={outcome} />}
      </SpaceBetween>
      {isAsked && (
        <Confirm
          question={words.importQuestion}
          verb={words.import}
          onConfirm={() => send(false)}
          onCancel={() => setAsked(false)}
        >
          {words.chosen(chosen.length)}
        </Confirm>
      )}
    </HeadedPart>
  );
}

function Checking({ count }: { count: number }) {
  const words = useWords(DATA);
  return <ExpectedProgress label={words.working(count)} hint={words.workingHint} seconds={EXPECTED} />;
}

interface ImportButtonsProps {
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
  readonly onCheck: () => void;
  readonly onImport: () => void;
}

function ImportButtons({ isEmpty, isBusy, onCheck, onImport }: ImportButtonsProps) {
  const words = useWords(DATA);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button disabled={isEmpty} loading={isBusy} onClick={onCheck}>
        {words.check}
      </Button>
      <Button variant="primary" disabled={isEmpty || isBusy} onClick={onImport}>
        {words.import}
      </Button>
    </SpaceBetween>
  );
}

interface ChooseFilesProps {
  readonly chosen: readonly File[];
  readonly onChosen: (files: readonly File[]) => void;
}

function ChooseFiles({ chosen, onChosen }: ChooseFilesProps) {
  const words = useWords(DATA);
  return (
    <FormField label={words.choose} description={words.importHint}>
      <FileUpload
        multiple
        accept=".csv,.xlsx,.yaml,.yml,.geojson,.zip"
        value={[...chosen]}
        onChange={({ detail }) => onChosen(detail.value)}
        showFileSize
        i18nStrings={{
          uploadButtonText: () => words.choose,
          dropzoneText: () => words.choose,
          removeFileAriaLabel: (position) => words.removeFile(chosen[position]?.name ?? ''),
        }}
      />
    </FormField>
  );
}

function OutcomePart({ outcome }: { outcome: Outcome }) {
  const words = useWords(DATA);
  switch (outcome.kind) {
    case 'changes':
      return outcome.changes.length === 0 ? (
        <Alert type="success">{words.nothingChanges}</Alert>
      ) : (
        <ChangesTable changes={outcome.changes} />
      );
    case 'problems':
      return <ProblemTable problems={outcome.problems} />;
    case 'unreadable':
      return <Alert type="error">{words.unreadable(outcome.file)}</Alert>;
    case 'failed':
      return <ProblemAlert problem={outcome.problem} />;
  }
}
