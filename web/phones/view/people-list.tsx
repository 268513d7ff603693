import { useState } from 'preact/hooks';
import type { Language } from '../../../domain/words/language.js';
import type { DirectoryPerson } from '../directory.js';
import { usePage } from '../page-context.js';
import { type ReadMarks, unreadOf } from '../read-marks.js';
import { searchPeople } from '../search-people.js';
import type { Thread } from '../threads.js';
import { holderOf, phoneName } from '../whose-phone.js';
import { OtherNumber } from './other-number.js';

/** How many phones stand under "latest texts", those with unread ones not counted. */
const LATEST = 6;

export interface PeopleListProps {
  /** The phone with the newest text first. */
  readonly threads: readonly Thread[];
  readonly read: ReadMarks;
  readonly open: readonly string[];
  readonly onShow: (phone: string) => void;
}

/** Whose phones there are: those with the latest texts, everybody of the town, and any other number. */
export function PeopleList({ threads, read, open, onShow }: PeopleListProps) {
  const { messages, directory } = usePage();
  const [query, setQuery] = useState('');
  const found = searchPeople(directory.people, query);
  const latest = threads.filter((thread, place) => place < LATEST || unreadOf(thread, read) > 0);
  const rows = { threads, read, open, onShow };
  return (
    <aside>
      {latest.length > 0 && (
        <>
          <h2>{messages.people.latest}</h2>
          <Rows {...rows} phones={latest.map(({ phone }) => phone)} />
        </>
      )}
      <OtherNumber onOpen={onShow} />
      <h2>{messages.people.heading}</h2>
      <label for="search">{messages.people.search}</label>
      <input
        id="search"
        type="search"
        placeholder={messages.people.searchHint}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {found.length === 0 && <p role="status">{messages.people.none}</p>}
      <Rows {...rows} phones={found.map(({ phone }) => phone)} />
    </aside>
  );
}

function Rows({ phones, threads, read, open, onShow }: PeopleListProps & { phones: readonly string[] }) {
  const { messages, directory, language } = usePage();
  return (
    <ul class="people">
      {phones.map((phone) => {
        const role = roleText(holderOf(directory, phone), language) ?? messages.people.resident;
        const thread = threads.find((candidate) => candidate.phone === phone);
        const unread = thread ? unreadOf(thread, read) : 0;
        return (
          <li key={phone}>
            <button type="button" aria-pressed={open.includes(phone)} onClick={() => onShow(phone)}>
              <span class="name">{phoneName(directory, phone)}</span>
              <span class="role" title={role}>
                {role}
              </span>
              {unread > 0 && (
                <span class="unread" title={messages.people.unread(unread)}>
                  {unread}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Somebody's roles in one line; undefined for a number that is none of the town's. */
export const roleText = (person: DirectoryPerson | undefined, language: Language): string | undefined =>
  person?.roles.map((role) => role[language]).join(language === 'en' ? ', ' : '，');
