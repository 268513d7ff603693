import Button from '@cloudscape-design/components/button';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { EXECUTION_STATUSES, machinesRoute } from '../../../contracts/console/executions.js';
import { useLoaded } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { OneOf, Typed } from '../shell/filter-fields.js';
import { withFilter } from '../shell/filters.js';
import type { TownNames } from '../town/use-town-names.js';
import type { ExecutionQuery } from './execution-query.js';
import { machineWords } from './machine-words.js';
import { EXECUTIONS } from './words.js';
import { LISTING } from './words.listing.js';

interface FiltersProps {
  readonly query: ExecutionQuery;
  readonly names: TownNames;
  readonly onChange: (query: ExecutionQuery) => void;
  readonly isGrouped: boolean;
  readonly onGrouped: (isGrouped: boolean) => void;
}

const DAY = 'YYYY-MM-DD';
const REQUESTS = 'resident-request';

/** Which executions are shown. Everything stands in the address, so that a view can be sent on. */
export function ExecutionFilters({ query, names, onChange, isGrouped, onGrouped }: FiltersProps) {
  const words = useWords(LISTING);
  const given = { query, onChange };
  return (
    <SpaceBetween size="s">
      <SpaceBetween direction="horizontal" size="s" alignItems="end">
        <SegmentedControl
          label={words.which}
          selectedId={query.trouble ?? 'every'}
          options={[
            { id: 'every', text: words.every },
            { id: 'yes', text: words.inTrouble },
          ]}
          onChange={({ detail }) =>
            onChange(withFilter(query, 'trouble', detail.selectedId === 'yes' ? 'yes' : ''))
          }
        />
        <Typed {...given} name="text" label={words.find} width={17} />
        <Toggle checked={isGrouped} onChange={({ detail }) => onGrouped(detail.checked)}>
          {words.groupBy}
        </Toggle>
      </SpaceBetween>
      <MoreFilters {...given} names={names} />
    </SpaceBetween>
  );
}

/** By workflow and status, by what it is about and where, by when it began. */
function MoreFilters({ query, onChange, names }: Pick<FiltersProps, 'query' | 'onChange' | 'names'>) {
  const words = useWords(LISTING);
  const { language } = usePage();
  const { executionStatuses, status } = useWords(EXECUTIONS);
  const machines = useLoaded(machinesRoute).value?.items ?? [];
  const stateName = machineWords(REQUESTS, language).whole;
  const named = (list: TownNames['categories']) => list.map(({ id, name }) => [id, name[language]] as const);
  const given = { query, onChange };
  const of = { ...given, any: words.any };
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="end">
      <OneOf
        {...of}
        name="machine"
        label={words.workflow}
        any={words.allMachines}
        options={machines.map((one) => [one.machine, machineWords(one.machine, language).name] as const)}
      />
      <OneOf
        {...of}
        name="status"
        label={status}
        options={EXECUTION_STATUSES.map((one) => [one, executionStatuses[one]] as const)}
      />
      {query.state !== undefined && (
        <OneOf {...of} name="state" label={words.state} options={[[query.state, stateName(query.state)]]} />
      )}
      <OneOf {...of} name="category" label={words.category} options={named(names.categories)} />
      <OneOf {...of} name="village" label={words.village} options={named(names.villages)} />
      <Typed {...given} name="grid" label={words.grid} width={5} />
      <Typed {...given} name="from" label={words.from} width={8} placeholder={DAY} />
      <Typed {...given} name="to" label={words.to} width={8} placeholder={DAY} />
      <Button variant="link" onClick={() => onChange({})}>
        {words.clear}
      </Button>
    </SpaceBetween>
  );
}
