import type { ComponentChildren } from 'preact';
import type { Language } from '../../../domain/town/language.js';
import { LanguageSwitch } from '../../language-switch.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';
import type { Route } from '../route.js';

export interface FrameProps {
  readonly page: Route['page'];
  readonly onLanguage: (language: Language) => void;
  readonly children: ComponentChildren;
}

/** The address stays as it is: its hash says which page this is, too. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** What stands around every page: the name of the service, the two pages, the languages. */
export function Frame({ page, onLanguage, children }: FrameProps) {
  const { messages, language } = usePage();
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {messages.skip}
      </a>
      <header>
        <div class="bar">
          <span class="brand">{messages.title}</span>
          <LanguageSwitch label={messages.otherLanguage} language={language} onLanguage={onLanguage} />
        </div>
        <nav class="bar" aria-label={messages.nav.label}>
          <PageLink href="/" current={page === 'form'} words={messages.nav.report} />
          <PageLink href="/track" current={page === 'track'} words={messages.nav.track} />
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function PageLink({ href, current, words }: { href: string; current: boolean; words: string }) {
  const { go } = usePage();
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(href);
  };
  return (
    <a href={ofTown(href, location.search)} aria-current={current ? 'page' : undefined} onClick={onClick}>
      {words}
    </a>
  );
}
