import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWords } from '../page/catalogue.js';
import { DayFilter } from '../shell/day-filter.js';
import { OneOf, Typed } from '../shell/filter-fields.js';
import { type Filters, readFilters, withFilter } from '../shell/filters.js';
import { AUDIT } from './words.js';

const FILTERS = ['who', 'subject', 'from', 'to'] as const;
/** The filters of the trail, as they stand in its address. */
export type AuditQuery = Filters<(typeof FILTERS)[number]>;

export const readAuditQuery = (search: string): AuditQuery => readFilters(FILTERS, search);

interface FiltersProps {
  readonly query: AuditQuery;
  /** Whoever can be chosen, by id and name. */
  readonly people: readonly (readonly [id: string, name: string])[];
  readonly onChange: (query: AuditQuery) => void;
}

/** Whose acts, upon which request, and on which days. */
export function AuditFilters({ query, people, onChange }: FiltersProps) {
  const words = useWords(AUDIT);
  const given = { query, onChange };
  const { who } = query;
  const isKnown = who === undefined || people.some(([id]) => id === who);
  // The other end follows, so that no days end before they begin.
  const onDay = (end: 'from' | 'to', other: 'from' | 'to') => (changed: AuditQuery) => {
    const { from, to } = changed;
    const isTurned = from !== undefined && to !== undefined && from > to;
    onChange(isTurned ? withFilter(changed, other, changed[end] ?? '') : changed);
  };
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="end">
      <OneOf
        {...given}
        name="who"
        label={words.who}
        any={words.anybody}
        options={isKnown ? people : [...people, [who, who]]}
      />
      <Typed {...given} name="subject" label={words.request} width={9} placeholder="7Q3K-9M2X" />
      <DayFilter query={query} name="from" label={words.from} onChange={onDay('from', 'to')} />
      <DayFilter query={query} name="to" label={words.to} onChange={onDay('to', 'from')} />
      {Object.keys(query).length > 0 && (
        <Button variant="link" onClick={() => onChange({})}>
          {words.clear}
        </Button>
      )}
    </SpaceBetween>
  );
}
