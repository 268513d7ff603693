import type { ComponentChildren } from 'preact';
import type { Language } from '../../../domain/town/language.js';
import { LanguageSwitch } from '../../language-switch.js';
import { ofTown } from '../../of-town.js';
import { usePage } from '../page-context.js';

export interface FrameProps {
  readonly onLanguage: (language: Language) => void;
  /** Whether it is the page that leads to all others. */
  readonly isFirst: boolean;
  readonly children: ComponentChildren;
}

/** The address stays as it is: it is the signed link. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** What stands around every page. */
export function Frame({ onLanguage, isFirst, children }: FrameProps) {
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
      </header>
      <main id="main" tabIndex={-1}>
        {children}
        {!isFirst && (
          <p>
            <a href={ofTown('/staff', location.search)}>{messages.work.link}</a>
          </p>
        )}
      </main>
    </>
  );
}
