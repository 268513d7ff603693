import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useState } from 'react';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import type { Me } from '../../../contracts/console/session.js';
import type { Language } from '../../../domain/words/language.js';
import { LANGUAGES } from '../../../contracts/pages/language.js';
import type { Keep } from '../../keep.js';
import { AlarmList } from './alarm-list.js';
import { sayOutside } from './desktop-notice.js';
import type { Alarm } from './rings.js';
import { addressOf } from './route.js';
import { useAlarms } from './use-alarms.js';
import { useSound } from './use-sound.js';
import { useNarrow } from './use-narrow.js';
import { SHELL } from './words.js';

interface TopBarProps {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly me?: Me | undefined;
  readonly standing: StandingAnswer | undefined;
  readonly keep: Keep;
  readonly go: (path: string) => void;
  readonly onSignOut: () => void;
}

/** The town, the language, and who is signed in. */
export function TopBar({ language, onLanguage, me, standing, keep, go, onSignOut }: TopBarProps) {
  const words = SHELL[language];
  const isNarrow = useNarrow();
  const ofSample = isNarrow ? words.sampleConsole : `${words.title} · ${words.sample}`;
  const { bell, list } = useBell({ language, me, standing, keep, go });
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
    <>
      <TopNavigation
        identity={{
          href: addressOf('/'),
          title: me?.town.sample ? ofSample : words.title,
        }}
        utilities={[bell, languages, person].flatMap((utility) => utility ?? [])}
      />
      {list}
    </>
  );
}

/** The bell: how much is new of what whoever is signed in is needed for, whether it sounds, and the list of it. */
function useBell({
  language,
  me,
  standing,
  keep,
  go,
}: Pick<TopBarProps, 'language' | 'me' | 'standing' | 'keep' | 'go'>) {
  const words = SHELL[language].alarms;
  const [isOpen, setOpen] = useState(false);
  const sound = useSound(keep, me?.id ?? '');
  const say = (fresh: readonly Alarm[]) => {
    const [first] = fresh;
    if (first === undefined) return;
    const what = [first.what, first.where].join(' ');
    sayOutside({
      title: words.why[first.why],
      body: fresh.length > 1 ? words.several(what, fresh.length) : what,
      tag: fresh.map(({ id }) => id).join(' '),
      onPress: () => (fresh.length > 1 ? show() : go(`/requests/${first.id}`)),
    });
  };
  const { silent } = sound;
  const { alarms, unseen, see } = useAlarms({ keep, town: me?.town.id, standing, silent, say });
  const show = () => {
    setOpen(true);
    see();
  };
  const bell: TopNavigationProps.ButtonUtility = {
    type: 'button',
    iconName: sound.silent ? 'audio-off' : 'notification',
    text: unseen > 0 ? String(unseen) : '',
    ariaLabel: [words.bell(unseen), ...(sound.silent ? [words.silent[sound.silent]] : [])].join(' · '),
    badge: unseen > 0,
    disableTextCollapse: true,
    disableUtilityCollapse: true,
    onClick: show,
  };
  const list = me && isOpen && (
    <AlarmList
      alarms={alarms}
      language={language}
      timeZone={me.town.timeZone}
      sound={sound}
      go={go}
      onClose={() => setOpen(false)}
    />
  );
  return { bell: me?.permissions.includes('requests.read') ? bell : undefined, list };
}
