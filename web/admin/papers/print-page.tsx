import './a4.css';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useWords } from '../page/catalogue.js';
import { PageLink } from '../shell/page-link.js';
import { PAPER } from './words.js';

interface PrintPageProps {
  readonly title: string;
  readonly description?: string | undefined;
  /** Where one came from. */
  readonly back: { readonly to: string; readonly label: string };
  /** Choices before printing. */
  readonly choices?: ReactNode;
  /** Absent while there is nothing to print. */
  readonly onPrint?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Sheets of A4 one below the other, as they will be printed; parts for the screen alone above them. */
export function PrintPage({ title, description, back, choices, onPrint, children }: PrintPageProps) {
  const words = useWords(PAPER);
  return (
    <>
      <div className="papers-head">
        <PageLink to={back.to}>{back.label}</PageLink>
        <Header
          variant="h1"
          description={description}
          actions={
            <Button variant="primary" disabled={!onPrint} onClick={onPrint}>
              {words.print}
            </Button>
          }
        >
          {title}
        </Header>
        {choices !== undefined && (
          <SpaceBetween direction="horizontal" size="s">
            {choices}
          </SpaceBetween>
        )}
      </div>
      {children}
    </>
  );
}
