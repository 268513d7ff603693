import './a4.css';
import './papers.css';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Problem } from '../api/client.js';
import { useWords } from '../page/catalogue.js';
import { type PageContext, usePage } from '../page/page-context.js';
import { problemOf } from '../page/use-loaded.js';
import { HeadedPage } from '../shell/headed.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useSave } from '../shell/use-save.js';
import type { Paper } from './paper.js';
import { PAPER } from './words.js';

export type PapersPart = typeof import('./papers-part.js');

type Made =
  | { readonly state: 'making' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'made'; readonly paper: Paper; readonly part: PapersPart };

interface PaperPageProps {
  readonly title: string;
  readonly hint?: string;
  /** Of which request, or which month. */
  readonly of: string;
  /** Asks for what the paper is made of, and makes it. */
  readonly make: (part: PapersPart, page: PageContext, of: string) => Promise<Paper>;
  /** Above the paper. */
  readonly children?: ReactNode;
}

/** A paper as it will be printed, with the buttons to print it and to take it along as a file. */
export function PaperPage({ title, hint, of, make, children }: PaperPageProps) {
  const words = useWords(PAPER);
  const page = usePage();
  const { client } = page;
  const [made, setMade] = useState<Made>({ state: 'making' });
  useEffect(() => {
    let isCurrent = true;
    const show = (next: Made) => isCurrent && setMade(next);
    setMade({ state: 'making' });
    const begin = async () => {
      const part = await import('./papers-part.js');
      show({ state: 'made', part, paper: await make(part, page, of) });
    };
    begin().catch((error: unknown) => show({ state: 'failed', problem: problemOf(error) }));
    return () => {
      isCurrent = false;
    };
    // The rest of the page's surroundings changes with every look at the board: a paper is made, and noted, once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [client, make, of]);
  return (
    <HeadedPage
      title={title}
      description={hint}
      actions={made.state === 'made' && <PaperButtons paper={made.paper} />}
    >
      <SpaceBetween size="l">
        {children}
        {made.state === 'making' && <StatusIndicator type="loading">{words.preparing}</StatusIndicator>}
        {made.state === 'failed' && <ProblemAlert problem={made.problem} />}
        {made.state === 'made' && <Sheet paper={made.paper} part={made.part} />}
      </SpaceBetween>
    </HeadedPage>
  );
}

function PaperButtons({ paper }: { readonly paper: Paper }) {
  const words = useWords(PAPER);
  const { saveMade, isBusy } = useSave();
  const save = () =>
    saveMade(async () => {
      const { docxOf } = await import('./paper-docx.js');
      return { blob: await docxOf(paper), name: `${paper.file}.docx` };
    });
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="download" loading={isBusy} loadingText={words.making} onClick={() => void save()}>
        {words.docx}
      </Button>
      <Button variant="primary" onClick={() => print()}>
        {words.print}
      </Button>
    </SpaceBetween>
  );
}

/** The paper on the page, and once more beside the page: that is all that is printed. */
function Sheet({ paper, part }: { readonly paper: Paper; readonly part: PapersPart }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    frame.current?.replaceChildren(part.drawPaper(paper));
    const printed = document.createElement('div');
    printed.className = 'printed';
    printed.append(part.drawPaper(paper));
    document.body.append(printed);
    return () => printed.remove();
  }, [paper, part]);
  return <div ref={frame} className="paper-frame" role="region" aria-label={paper.title} tabIndex={0} />;
}
