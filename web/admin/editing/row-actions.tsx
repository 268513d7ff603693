import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useWords } from '../page/catalogue.js';
import { moved, removed } from './list-change.js';
import { EDITING } from './words.js';

interface RowActionsProps<T> {
  readonly list: readonly T[];
  readonly place: number;
  readonly name: string;
  readonly onChange: (list: T[]) => void;
}

/** Moves a member of a list up or down, or takes it out. */
export function RowActions<T>({ list, place, name, onChange }: RowActionsProps<T>) {
  const words = useWords(EDITING);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button
        iconName="angle-up"
        ariaLabel={words.up(name)}
        disabled={place === 0}
        onClick={() => onChange(moved(list, place, -1))}
      />
      <Button
        iconName="angle-down"
        ariaLabel={words.down(name)}
        disabled={place === list.length - 1}
        onClick={() => onChange(moved(list, place, 1))}
      />
      <Button
        iconName="remove"
        ariaLabel={words.remove(name)}
        onClick={() => onChange(removed(list, place))}
      />
    </SpaceBetween>
  );
}
