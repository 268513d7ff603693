import Button from '@cloudscape-design/components/button';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { OneOf, Typed } from '../shell/filter-fields.js';
import { withFilter } from '../shell/filters.js';
import { useNarrow } from '../shell/use-narrow.js';
import { SHELL } from '../shell/words.js';
import { type BoardQuery, inState } from './board-query.js';
import { SavedViews } from './saved-views.js';
import type { TownNames } from '../town/use-town-names.js';
import { REQUESTS } from './words.js';

interface FiltersProps {
  readonly query: BoardQuery;
  readonly names: TownNames;
  readonly onChange: (query: BoardQuery) => void;
}

const DAY = 'YYYY-MM-DD';

/** Which requests are shown. The address holds it all, to be kept and sent on; on a phone folded away. */
export function BoardFilters(props: FiltersProps) {
  const words = useWords(SHELL);
  const isNarrow = useNarrow();
  if (!isNarrow) return <Filters {...props} />;
  return (
    <ExpandableSection headerText={words.filters}>
      <Filters {...props} />
    </ExpandableSection>
  );
}

function Filters({ query, names, onChange }: FiltersProps) {
  const words = useWords(REQUESTS);
  const { language, may } = usePage();
  const isClosed = query.state === 'closed';
  const given = { query, onChange };
  const of = { ...given, any: words.any };
  const named = (list: TownNames['categories']) => list.map(({ id, name }) => [id, name[language]] as const);
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        <SegmentedControl
          label={words.state}
          selectedId={isClosed ? 'closed' : 'open'}
          options={(['open', 'closed'] as const).map((id) => ({ id, text: words.states[id] }))}
          onChange={({ detail }) =>
            onChange(inState(query, detail.selectedId === 'closed' ? 'closed' : 'open'))
          }
        />
        {may('complaints.read') && (
          <Toggle
            checked={query.complaints === 'yes'}
            onChange={({ detail }) => onChange(withFilter(query, 'complaints', detail.checked ? 'yes' : ''))}
          >
            {words.complaints}
          </Toggle>
        )}
        <SavedViews query={query} onChange={onChange} />
      </SpaceBetween>
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        {!isClosed && <OneOf {...of} name="due" label={words.due} options={Object.entries(words.dues)} />}
        <OneOf {...of} name="category" label={words.category} options={named(names.categories)} />
        <OneOf {...of} name="path" label={words.path} options={Object.entries(words.paths)} />
        <OneOf {...of} name="village" label={words.village} options={named(names.villages)} />
        <Typed {...given} name="grid" label={words.grid} width={6} isNumber />
        {isClosed && <Typed {...given} name="from" label={words.from} width={9} placeholder={DAY} />}
        {isClosed && <Typed {...given} name="to" label={words.to} width={9} placeholder={DAY} />}
        {!isClosed && (
          <OneOf {...of} name="status" label={words.status} options={openStatuses(words.statuses)} />
        )}
        {!isClosed && (
          <Choice
            label={words.order}
            value={query.order ?? 'due'}
            options={Object.entries(words.orders)}
            onChange={(order) => onChange(withFilter(query, 'order', order === 'due' ? '' : order))}
          />
        )}
        <Button variant="link" onClick={() => onChange({})}>
          {words.clear}
        </Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}

const openStatuses = (statuses: Readonly<Record<string, string>>) =>
  Object.entries(statuses).filter(([status]) => status !== 'closed' && status !== 'withdrawn');
