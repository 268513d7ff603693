import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { replaced } from './list-change.js';
import { Nothing } from './nothing.js';
import { RowActions } from './row-actions.js';

interface ListEditorProps<T> {
  readonly list: readonly T[];
  readonly isReadOnly: boolean;
  readonly onChange: (list: T[]) => void;
  /** Said where the list is empty. */
  readonly empty: string;
  /** The words of the button that adds one. */
  readonly add: string;
  readonly newMember: (count: number) => T;
  readonly nameOf: (member: T) => string;
  readonly headingOf: (member: T, place: number) => string;
  readonly children: (member: T, onChange: (changed: T) => void) => ReactNode;
}

/** A list whose members are changed, moved, taken out and added, each in a box of its own. */
export function ListEditor<T>(props: ListEditorProps<T>) {
  const { list, isReadOnly, onChange, empty, add, newMember, nameOf, headingOf, children } = props;
  return (
    <SpaceBetween size="m">
      {list.length === 0 && <Nothing>{empty}</Nothing>}
      {list.map((member, place) => (
        <Container
          // A member is its place: its id may be changed.
          key={`${place}`}
          header={
            <Header
              variant="h2"
              actions={
                !isReadOnly && (
                  <RowActions list={list} place={place} name={nameOf(member)} onChange={onChange} />
                )
              }
            >
              {headingOf(member, place)}
            </Header>
          }
        >
          {children(member, (changed) => onChange(replaced(list, place, changed)))}
        </Container>
      ))}
      {!isReadOnly && (
        <Button iconName="add-plus" onClick={() => onChange([...list, newMember(list.length)])}>
          {add}
        </Button>
      )}
    </SpaceBetween>
  );
}
