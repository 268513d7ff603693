import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { type ReactNode, useState } from 'react';

interface FoldedPartProps {
  readonly title: string;
  readonly description?: string;
  readonly children: ReactNode;
}

/** A part of a page that is asked for only once somebody opens it. */
export function FoldedPart({ title, description, children }: FoldedPartProps) {
  const [isOpened, setOpened] = useState(false);
  return (
    <ExpandableSection
      variant="container"
      headerText={title}
      {...(description === undefined ? {} : { headerDescription: description })}
      onChange={({ detail }) => detail.expanded && setOpened(true)}
    >
      {isOpened && children}
    </ExpandableSection>
  );
}
