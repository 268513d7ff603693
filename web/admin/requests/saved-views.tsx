import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { BoardQuery } from './board-query.js';
import { isSameView, readViews, type View, writeViews } from './views.js';
import { REQUESTS } from './words.js';

interface SavedViewsProps {
  readonly query: BoardQuery;
  readonly onChange: (query: BoardQuery) => void;
}

/** Filters that somebody uses again and again, under names of their own, on this device. */
export function SavedViews({ query, onChange }: SavedViewsProps) {
  const words = useWords(REQUESTS).views;
  const { keep, me, notify } = usePage();
  const [views, setViews] = useState(() => readViews(keep, me.town.id));
  const [name, setName] = useState<string>();
  const change = (changed: readonly View[]) => {
    writeViews(keep, me.town.id, changed);
    setViews(changed);
  };
  const current = views.find((view) => isSameView(view.query, query));
  const save = () => {
    const given = name?.trim() ?? '';
    setName(undefined);
    if (given === '') return;
    change([...views.filter((view) => view.name !== given), { name: given, query }]);
    notify('success', words.saved);
  };
  const optionOf = (view: View) => ({ value: view.name, label: view.name });
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {views.length > 0 && (
        <Select
          ariaLabel={words.label}
          placeholder={words.choose}
          selectedOption={current ? optionOf(current) : null}
          options={views.map(optionOf)}
          onChange={({ detail }) => {
            const chosen = views.find((view) => view.name === detail.selectedOption.value);
            if (chosen) onChange(chosen.query);
          }}
        />
      )}
      {current && (
        <Button
          iconName="remove"
          ariaLabel={words.remove}
          onClick={() => change(views.filter((view) => view !== current))}
        />
      )}
      {!current && name === undefined && <Button onClick={() => setName('')}>{words.save}</Button>}
      {name !== undefined && (
        <>
          <Input
            autoFocus
            ariaLabel={words.name}
            placeholder={words.name}
            value={name}
            onChange={({ detail }) => setName(detail.value)}
            onKeyDown={({ detail }) => detail.key === 'Enter' && save()}
          />
          <Button onClick={save}>{words.save}</Button>
          <Button variant="link" onClick={() => setName(undefined)}>
            {words.cancel}
          </Button>
        </>
      )}
    </SpaceBetween>
  );
}
