import type { ComponentChildren } from 'preact';
import { zoneNote } from '../../../contracts/pages/zone-note.js';
import type { Language } from '../../../domain/words/language.js';
import { LanguageSwitch } from '../../language-switch.js';
import { usePage } from '../page-context.js';
import type { Route } from '../route.js';
import { LargeType } from './large-type.js';
import { PageLink } from './page-link.js';
import { useOnline } from '../../use-online.js';

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

/** The frame of every page: the town's name, the pages, the size of the type, the languages. */
export function Frame({ page, onLanguage, children }: FrameProps) {
  const { messages, language, town, timeZone, now } = usePage();
  const note = zoneNote(timeZone, now(), language);
  const { nav } = messages;
  const online = useOnline();
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {messages.skip}
      </a>
      <header>
        <div class="bar">
          <span class="brand">
            {town && <span class="town">{town.name[language]}</span>} {messages.title}
          </span>
          <div class="choices">
            <LargeType />
            <LanguageSwitch label={messages.otherLanguage} language={language} onLanguage={onLanguage} />
          </div>
        </div>
        <nav class="bar" aria-label={nav.label}>
          <PageLink href="/" current={page === 'form'}>
            {nav.report}
          </PageLink>
          <PageLink href="/track" current={page === 'track'}>
            {nav.track}
          </PageLink>
          <PageLink href="/my-grid" current={page === 'grid'}>
            {nav.grid}
          </PageLink>
          <PageLink href="/daily" current={page === 'daily'}>
            {nav.daily}
          </PageLink>
          <PageLink href="/in-person" current={page === 'places'}>
            {nav.places}
          </PageLink>
        </nav>
      </header>
      <main id="main" tabIndex={-1}>
        <div role="status">{!online && <p class="notice">{messages.offline}</p>}</div>
        {children}
      </main>
      {(town?.sample || note) && (
        <footer class="bar hint">
          {town?.sample && messages.sample} {note}
        </footer>
      )}
    </>
  );
}
