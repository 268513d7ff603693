import TopNavigation from '@cloudscape-design/components/top-navigation';
import type { Me } from '../../../contracts/console/session.js';
import type { Language } from '../../../domain/words/language.js';
import { LANGUAGES } from '../../../contracts/pages/language.js';
import { SHELL } from './words.js';
import { addressOf } from './route.js';

interface TopBarProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly me?: Me | undefined;
  readonly onSignOut: () => void;
}

/** The town, the language, and who is signed in. */
export function TopBar({ language, onLanguage, me, onSignOut }: TopBarProps) {
  const words = SHELL[language];
  const current = LANGUAGES.find((choice) => choice.language === language)?.name ?? '';
  const languages = {
    type: 'menu-dropdown' as const,
    iconName: 'globe' as const,
    text: current,
    ariaLabel: `${words.language}: ${current}`,
    items: LANGUAGES.map((choice) => ({ id: choice.language, text: choice.name, lang: choice.language })),
    onItemClick: ({ detail }: { detail: { id: string } }) => onLanguage(detail.id === 'en' ? 'en' : 'zh-CN'),
  };
  const person = me && {
    type: 'menu-dropdown' as const,
    iconName: 'user-profile' as const,
    text: me.name,
    description: me.roles.map((role) => words.roles[role]).join(' · '),
    items: [{ id: 'sign-out', text: words.signOut }],
    onItemClick: onSignOut,
  };
  return (
    <TopNavigation
      identity={{
        href: addressOf('/'),
        title: me?.town.sample ? `${words.title} · ${words.sample}` : words.title,
      }}
      utilities={person ? [languages, person] : [languages]}
    />
  );
}
