import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ComponentProps, useState } from 'react';
import { sectionRoute } from '../../../contracts/console/editing.js';
import { SECTION_WORDS } from '../../../domain/editing/section-words.js';
import { SECTION_IDS, type SectionId } from '../../../domain/editing/section-ids.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { HeadedPage } from '../shell/headed.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { DraftBar } from './draft-bar.js';
import { ReviewModal } from './review-modal.js';
import { SectionPart } from './section-part.js';
import { sectionNamed } from './section-state.js';
import { SettingsPart } from './settings-part.js';
import { useDraft } from './use-draft.js';
import { useReview } from './use-review.js';
import { EDITING } from './words.js';

/** The town's data, edited section by section and saved as one change. */
export function EditorPage({ parts, search }: PageProps) {
  const words = useWords(EDITING);
  const { go } = usePage();
  const section = sectionNamed(parts['section']);
  const [sought, setSought] = useState('');
  const query = section === 'examples' && sought !== '' ? { find: sought } : {};
  const loaded = useLoaded(sectionRoute, { params: { section }, query });
  const { held, review, isReviewing, setReviewing, begin, save, putOnTop } = useEditing(loaded.reload);
  return (
    <HeadedPage
      title={words.title}
      description={words.description}
      actions={<PageLink to="/versions">{words.versions.title}</PageLink>}
    >
      <SpaceBetween size="l">
        <ChooseSection section={section} />
        <DraftBar held={held} onReview={begin} />
        <LoadedPart loaded={loaded}>
          {(answer) => (
            <EditedPart
              key={section}
              section={section}
              answer={answer}
              held={held}
              isLedHere={!isReviewing}
              opened={new URLSearchParams(search).get('entry') ?? undefined}
              problems={review.said?.kind === 'wrong' ? review.said.found : []}
              ask={review.ask}
              {...(section === 'examples' && { find: { sought, onFind: setSought } })}
            />
          )}
        </LoadedPart>
      </SpaceBetween>
      {isReviewing && (
        <ReviewModal
          title={words.reviewTitle}
          said={review.said}
          draft={held.draft}
          isBusy={review.isBusy}
          verb={words.save}
          onSave={() => void save()}
          onTop={() => void putOnTop()}
          onOpen={(where, key) => {
            setReviewing(false);
            go(`/editor/${where}?entry=${encodeURIComponent(key)}`);
          }}
          onClose={() => setReviewing(false)}
        />
      )}
    </HeadedPage>
  );
}

type EditedPartProps = ComponentProps<typeof SectionPart> & ComponentProps<typeof SettingsPart>;

/** The settings are one form, any other section is a list of entries with a form each. */
const EditedPart = (props: EditedPartProps) =>
  props.section === 'settings' ? <SettingsPart {...props} /> : <SectionPart {...props} />;

/** What is changed and not saved, and its way into the town's data. */
function useEditing(reload: () => void) {
  const tellFailure = useFailureNotice();
  const words = useWords(EDITING);
  const { notify } = usePage();
  const held = useDraft();
  const review = useReview();
  const [isReviewing, setReviewing] = useState(false);
  const { draft } = held;
  const begin = () => {
    setReviewing(true);
    if (draft) void review.ask(draft, true);
  };
  const save = async () => {
    if (!draft) return;
    const said = await review.ask(draft, false);
    if (said.kind !== 'changes') return;
    held.replace(undefined);
    setReviewing(false);
    notify('success', words.saved(said.answer.version));
    reload();
  };
  const putOnTop = async () => {
    if (!draft) return;
    try {
      const next = await review.onTop(draft);
      held.replace(next);
      reload();
      await review.ask(next, true);
    } catch (error) {
      tellFailure(error);
    }
  };
  return { held, review, isReviewing, setReviewing, begin, save, putOnTop };
}

function ChooseSection({ section }: { section: SectionId }) {
  const words = useWords(EDITING);
  const { language, go } = usePage();
  const options = SECTION_IDS.map((id) => ({ value: id, label: SECTION_WORDS[id].name[language] }));
  return (
    <FormField label={words.section}>
      <Select
        selectedOption={options.find(({ value }) => value === section) ?? null}
        options={options}
        onChange={({ detail }) => go(`/editor/${detail.selectedOption.value}`)}
      />
    </FormField>
  );
}
