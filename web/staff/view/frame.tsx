import type { ComponentChildren } from 'preact';
import { zoneNote } from '../../../contracts/pages/zone-note.js';
import type { Language } from '../../../domain/words/language.js';
import { LanguageSwitch } from '../../language-switch.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';
import type { Route } from '../route.js';
import { PageLink } from './page-link.js';
import { OutboxPart } from './outbox-part.js';
import { useFlushing } from './use-flushing.js';

export interface FrameProps {
  readonly onLanguage: (language: Language) => void;
  readonly route: Route;
  readonly children: ComponentChildren;
}

/** The address stays as it is: it is the signed link. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** The frame of every page. */
export function Frame({ onLanguage, route, children }: FrameProps) {
  const { messages, language, timeZone, now } = usePage();
  const note = zoneNote(timeZone, now(), language);
  useFlushing();
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
      </header>
      <main id="main" tabIndex={-1}>
        <OutboxPart link={'link' in route ? route.link : undefined} />
        {children}
        {route.page !== 'work' && (
          <p>
            <PageLink to={ofTown('/staff', location.search)}>{messages.work.link}</PageLink>
          </p>
        )}
        {note !== undefined && <p class="hint">{note}</p>}
      </main>
    </>
  );
}
