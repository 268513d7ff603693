import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { localDate } from '../../../domain/calendar/local-time.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { type PeriodName, periodNamed, PERIODS } from './periods.js';
import type { Chosen } from './statistics-query.js';
import { STATISTICS } from './words.js';

interface ChoicesProps {
  readonly chosen: Chosen;
  readonly onChosen: (chosen: Chosen) => void;
}

const isPeriodName = (name: string): name is PeriodName => PERIODS.some((period) => period === name);

/** Which days, and how they are divided. */
export function Choices({ chosen, onChosen }: ChoicesProps) {
  const words = useWords(STATISTICS);
  const { me, now } = usePage();
  const choosePeriod = (name: string) =>
    onChosen(
      isPeriodName(name)
        ? { ...chosen, name, ...periodNamed(name, localDate(now(), me.town.timeZone)) }
        : { ...chosen, name: 'own' },
    );
  const day = (which: 'from' | 'to') => (
    <FormField label={words[which]}>
      <DatePicker
        value={chosen[which]}
        onChange={({ detail }) => {
          const days = { ...chosen, name: 'own' as const, [which]: detail.value };
          // The other end follows, so that there is never a period that ends before it begins.
          if (detail.value !== '')
            onChosen(days.from <= days.to ? days : { ...days, from: detail.value, to: detail.value });
        }}
      />
    </FormField>
  );
  return (
    <SpaceBetween direction="horizontal" size="l" alignItems="end">
      {/* Where there is no room for its segments the design system makes a list of them, with the label above. */}
      <SegmentedControl
        label={words.period}
        selectedId={chosen.name}
        options={[...PERIODS, 'own' as const].map((id) => ({ id, text: words.periods[id] }))}
        onChange={({ detail }) => choosePeriod(detail.selectedId)}
      />
      {day('from')}
      {day('to')}
      <SegmentedControl
        label={words.by}
        selectedId={chosen.by}
        options={(['town', 'village', 'grid'] as const).map((id) => ({ id, text: words.divisions[id] }))}
        onChange={({ detail }) => onChosen({ ...chosen, by: detail.selectedId as Chosen['by'] })}
      />
    </SpaceBetween>
  );
}
