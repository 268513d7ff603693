import Badge from '@cloudscape-design/components/badge';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useEffect, useState } from 'react';
import {
  restoreRoute,
  type VersionLine,
  versionRoute,
  type VersionsAnswer,
  versionsRoute,
} from '../../../contracts/console/editing.js';
import { isSectionId } from '../../../domain/editing/section-ids.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { DialogFoot } from '../shell/dialog-foot.js';
import { usePage } from '../page/page-context.js';
import { usePartName } from '../data/part-name.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { useMoments } from '../shell/use-moments.js';
import { WholeList } from '../shell/whole-list.js';
import { ChangesList } from './changes-list.js';
import { ReviewModal } from './review-modal.js';
import { type Said, saidOf } from './use-review.js';
import { EDITING } from './words.js';

/** Every version of the town's data, and the way back to an earlier one. */
export function VersionsPage() {
  const loaded = useLoaded(versionsRoute);
  return (
    <LoadedPart loaded={loaded}>
      {(answer) => <VersionTable answer={answer} onRestored={loaded.reload} />}
    </LoadedPart>
  );
}

interface VersionTableProps {
  readonly answer: VersionsAnswer;
  readonly onRestored: () => void;
}

function VersionTable({ answer, onRestored }: VersionTableProps) {
  const words = useWords(EDITING).versions;
  const [shown, setShown] = useState<number>();
  const [restoring, setRestoring] = useState<number>();
  return (
    <>
      <WholeList
        title={words.title}
        description={words.description}
        items={answer.items}
        columns={useColumns(answer.version, setShown, setRestoring)}
        trackBy={({ version }) => String(version)}
        empty={{ title: words.first }}
      />
      {shown !== undefined && <VersionShown version={shown} onClose={() => setShown(undefined)} />}
      {restoring !== undefined && (
        <Restoring
          key={restoring}
          version={restoring}
          now={answer.version}
          onClose={() => setRestoring(undefined)}
          onRestored={() => {
            setRestoring(undefined);
            onRestored();
          }}
        />
      )}
    </>
  );
}

function useColumns(
  now: number,
  onShow: (version: number) => void,
  onRestore: (version: number) => void,
): TableProps.ColumnDefinition<VersionLine>[] {
  const words = useWords(EDITING).versions;
  const { actions } = useWords(EDITING);
  const { language } = usePage();
  const { moment } = useMoments();
  const partName = usePartName();
  const nameOf = (part: string): string =>
    isSectionId(part) ? SECTION_WORDS[part].name[language] : partName(part);
  return [
    {
      id: 'version',
      header: words.version,
      isRowHeader: true,
      cell: ({ version }) => (
        <SpaceBetween direction="horizontal" size="xs">
          <span>{words.one(version)}</span>
          {version === now && (
            <span className="whole">
              <Badge color="green">{words.now}</Badge>
            </span>
          )}
        </SpaceBetween>
      ),
    },
    { id: 'at', header: words.at, cell: ({ at }) => (at === undefined ? '–' : moment(at)) },
    { id: 'by', header: words.by, cell: ({ by }) => by ?? words.operator },
    {
      id: 'how',
      header: words.how,
      cell: ({ how, restored }) =>
        restored === undefined ? words.ways[how ?? 'imported'] : words.restored(restored),
    },
    { id: 'parts', header: words.parts, cell: ({ parts }) => parts.map(nameOf).join(' · ') || '–' },
    {
      id: 'actions',
      header: actions,
      cell: ({ version }) => (
        <SpaceBetween direction="horizontal" size="xs">
          <Button iconName="search" ariaLabel={words.show(version)} onClick={() => onShow(version)} />
          {version !== now && <Button onClick={() => onRestore(version)}>{words.restore(version)}</Button>}
        </SpaceBetween>
      ),
    },
  ];
}

function VersionShown({ version, onClose }: { version: number; onClose: () => void }) {
  const words = useWords(EDITING);
  const loaded = useLoaded(versionRoute, { params: { version: String(version) } });
  return (
    <Modal
      visible
      size="large"
      header={words.versions.show(version)}
      onDismiss={onClose}
      footer={
        <DialogFoot>
          <Button onClick={onClose}>{words.close}</Button>
        </DialogFoot>
      }
    >
      <LoadedPart loaded={loaded}>
        {({ changed, besides }) => (
          <>
            {changed.length + besides.length === 0 && (
              <p>{version === 1 ? words.versions.first : words.versions.nothing}</p>
            )}
            <ChangesList changed={changed} />
            {besides.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </>
        )}
      </LoadedPart>
    </Modal>
  );
}

interface RestoringProps {
  readonly version: number;
  readonly now: number;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

function Restoring({ version, now, onClose, onRestored }: RestoringProps) {
  const words = useWords(EDITING);
  const { client, notify } = usePage();
  const [said, setSaid] = useState<Said>();
  const [isBusy, setBusy] = useState<'checking' | 'saving'>();
  const ask = async (check: boolean) => {
    setBusy(check ? 'checking' : 'saving');
    const answer = await client
      .call(restoreRoute, { params: { version: String(version) }, body: { version: now, check } })
      .then((one): Said => ({ kind: 'changes', answer: one }), saidOf);
    setBusy(undefined);
    setSaid(answer);
    if (check || answer.kind !== 'changes') return;
    notify('success', words.saved(answer.answer.version));
    onRestored();
  };
  // Asked once: it is made anew for each version.
  useEffect(() => void ask(true), []);
  return (
    <ReviewModal
      title={words.versions.restoreTitle(version)}
      said={said}
      isBusy={isBusy}
      verb={words.versions.restore(version)}
      onSave={() => void ask(false)}
      onClose={onClose}
    />
  );
}
