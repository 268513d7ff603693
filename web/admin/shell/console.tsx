import Box from '@cloudscape-design/components/box';
import AppLayout from '@cloudscape-design/components/app-layout';
import Alert from '@cloudscape-design/components/alert';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import { type ComponentType, useCallback, useEffect, useMemo, useState } from 'react';
import { zoneNote } from '../../../contracts/pages/zone-note.js';
import type { Language } from '../../../domain/words/language.js';
import type { Me } from '../../../contracts/console/session.js';
import type { Keep } from '../../keep.js';
import type { Client } from '../api/client.js';
import { type PageContext, PageProvider } from '../page/page-context.js';
import { Navigation } from './navigation.js';
import { NoticeList } from './notice-list.js';
import { findPage, type FoundPage, type Page } from './pages.js';
import { addressOf, useRoute } from './route.js';
import { useCalling } from './use-calling.js';
import { NO_ROOM_BESIDE, useNarrow } from './use-narrow.js';
import type { Notices } from '../page/use-notices.js';
import { SHELL } from './words.js';

export interface ConsoleProps {
  /** Every page of the console, in the order of the navigation. The first that somebody may see is their first page. */
  readonly pages: readonly Page[];
  /** Takes down a call. */
  readonly callForm: ComponentType<{ readonly onEnd: () => void }>;
  readonly language: Language;
  readonly client: Client;
  readonly me: Me;
  readonly keep: Keep;
  readonly standing: PageContext['standing'];
  readonly lookAgain: PageContext['lookAgain'];
  /** Whether one look after the other at how they stand fails: nothing new rings then. */
  readonly isUnheard: boolean;
  readonly notices: Notices;
  readonly go: PageContext['go'];
  /** Whether a page is being loaded that is to be shown next. */
  readonly isComing: boolean;
}

/** The console of who is signed in: navigation, where one is, messages, and the page. */
export function Console(props: ConsoleProps) {
  const { pages, callForm: CallForm, language, me, isUnheard, notices, go, isComing } = props;
  const { notify } = notices;
  const opening = useOpening();
  const route = useRoute();
  const words = SHELL[language];
  const { isCalling, setCalling } = useCalling(me.permissions.includes('requests.enter'));
  const takeCall = useCallback(() => setCalling(true), [setCalling]);
  const context = usePageContext({ ...props, notify, takeCall });
  const first = pages.find((page) => page.section && context.may(page.permission));
  const found = route.path === '/' && first ? { page: first, parts: {} } : findPage(pages, route.path);
  const title = found ? words.pages[found.page.name] : words.notFound;
  useEffect(() => {
    document.title = `${title} · ${me.town.name[language]}`;
  }, [title, me, language]);
  const shown = (
    <>
      <Shown found={found} search={route.search} language={language} may={context.may} />
      {isCalling && <CallForm onEnd={() => setCalling(false)} />}
    </>
  );
  if (found?.page.isPaper)
    return (
      <PageProvider value={context}>
        <main className="papers">{shown}</main>
      </PageProvider>
    );
  return (
    <PageProvider value={context}>
      <AppLayout
        headerSelector="#top"
        toolsHide
        {...opening}
        navigation={<Navigation pages={pages} current={found?.page} />}
        breadcrumbs={<Breadcrumbs pages={pages} found={found} language={language} go={go} />}
        notifications={
          <NoticeList {...notices} isComing={isComing} isUnheard={isUnheard} language={language} />
        }
        ariaLabels={{ navigation: words.navigation, notifications: words.notices }}
        content={
          <>
            {shown}
            <ZoneNote language={language} timeZone={me.town.timeZone} now={me.at} />
          </>
        }
      />
    </PageProvider>
  );
}

/** Hands on what is given, with what whoever is signed in may do and the time by the service's clock. */
function usePageContext(given: Omit<PageContext, 'may' | 'now'>): PageContext {
  const { language, client, me, keep, go, notify, standing, lookAgain, takeCall } = given;
  return useMemo((): PageContext => {
    const held = new Set<string>(me.permissions);
    const began = performance.now();
    const now = () => me.at + performance.now() - began;
    const may = (permission: string) => held.has(permission);
    return { language, client, me, keep, now, go, notify, may, standing, lookAgain, takeCall };
  }, [language, client, me, keep, go, notify, standing, lookAgain, takeCall]);
}

/** Says so where the device's clock shows other times than the pages, which say the town's. */
function ZoneNote({ language, timeZone, now }: { language: Language; timeZone: string; now: number }) {
  const note = zoneNote(timeZone, now, language);
  return note === undefined ? null : (
    <Box variant="small" margin={{ top: 's' }} display="block">
      {note}
    </Box>
  );
}

/** The navigation is open where there is room, until somebody closes it; where room comes back, it does. */
function useOpening() {
  const isNarrow = useNarrow(NO_ROOM_BESIDE);
  const [navigationOpen, setOpen] = useState(!isNarrow);
  useEffect(() => setOpen(!isNarrow), [isNarrow]);
  const onNavigationChange = ({ detail }: { detail: { open: boolean } }) => setOpen(detail.open);
  return { navigationOpen, onNavigationChange };
}

interface ShownProps {
  readonly found: FoundPage | undefined;
  readonly search: string;
  readonly language: Language;
  readonly may: PageContext['may'];
}

/** The page, or why there is none. */
function Shown({ found, search, language, may }: ShownProps) {
  const words = SHELL[language];
  if (!found)
    return (
      <Alert type="warning" header={<h1>{words.notFound}</h1>}>
        {words.notFoundHint}
      </Alert>
    );
  const { page, parts } = found;
  if (!may(page.permission))
    return (
      <Alert type="warning" header={<h1>{words.notAllowed}</h1>}>
        {words.notAllowedHint}
      </Alert>
    );
  // Another request or execution is another page: nothing of the one before stays on it.
  const key = `${page.path} ${Object.values(parts).join(' ')}`;
  return <page.component key={key} parts={parts} search={search} />;
}

interface BreadcrumbsProps {
  readonly pages: readonly Page[];
  readonly found: FoundPage | undefined;
  readonly language: Language;
  readonly go: PageContext['go'];
}

/** Shows the way anew once what the page is made of has come: only then is it known what it shows. */
function useComing(page: Page | undefined): void {
  const [, setHere] = useState<Page>();
  useEffect(() => {
    page?.component.load?.()?.then(
      () => setHere(page),
      // The page itself says why it cannot come.
      () => undefined,
    );
  }, [page]);
}

function Breadcrumbs({ pages, found, language, go }: BreadcrumbsProps) {
  const words = SHELL[language];
  useComing(found?.page);
  if (!found?.page.above) return undefined;
  const above = findPage(pages, found.page.above);
  const part = Object.values(found.parts).at(-1);
  const { name, titleOf = (id: string) => id } = found.page;
  const last = (part === undefined ? undefined : titleOf(part, language)) ?? words.pages[name];
  const items = [
    ...(above ? [{ text: words.pages[above.page.name], href: addressOf(above.page.path) }] : []),
    { text: last, href: '' },
  ];
  return (
    <BreadcrumbGroup
      ariaLabel={words.breadcrumbs}
      items={items}
      onFollow={(event) => {
        event.preventDefault();
        if (above) go(above.page.path);
      }}
    />
  );
}
