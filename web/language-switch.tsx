import type { Language } from '../domain/words/language.js';
import { LANGUAGES } from '../contracts/pages/language.js';

export interface LanguageSwitchProps {
  readonly label: string;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}

/** One button a language, each in its own words. */
export function LanguageSwitch({ label, language, onLanguage }: LanguageSwitchProps) {
  return (
    <div class="languages" role="group" aria-label={label}>
      {LANGUAGES.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          aria-pressed={choice.language === language}
          onClick={() => onLanguage(choice.language)}
        >
          {choice.name}
        </button>
      ))}
    </div>
  );
}
