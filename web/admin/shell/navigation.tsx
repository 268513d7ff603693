import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import type { Page, Section } from './pages.js';
import { addressOf } from './route.js';
import { SHELL } from './words.js';

const SECTIONS: readonly Section[] = ['work', 'town', 'oversight'];

interface NavigationProps {
  readonly pages: readonly Page[];
  readonly current: Page | undefined;
}

/** The pages that who is signed in may see, by section. */
export function Navigation({ pages, current }: NavigationProps) {
  const { go, language, may, me } = usePage();
  const words = useWords(SHELL);
  const linksOf = (section: Section): SideNavigationProps.Link[] =>
    pages
      .filter((page) => page.section === section && may(page.permission))
      .map((page) => ({
        type: 'link',
        text: words.pages[page.name],
        href: addressOf(page.path),
      }));
  const sections = SECTIONS.map((section) => ({ section, links: linksOf(section) }));
  return (
    <SideNavigation
      header={{ text: me.town.name[language], href: addressOf('/') }}
      activeHref={addressOf(current?.section ? current.path : (current?.above ?? '/'))}
      items={sections
        .filter(({ links }) => links.length > 0)
        .map(({ section, links }) => ({
          type: 'section-group' as const,
          title: words.sections[section],
          items: links,
        }))}
      onFollow={(event) => {
        event.preventDefault();
        go(event.detail.href.replace(/^\/console/, '') || '/');
      }}
    />
  );
}
